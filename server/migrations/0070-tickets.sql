create schema tickets;
grant usage on schema tickets to vera_app, vera_system;

create table tickets.office (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  name text not null,
  active boolean not null default true,
  created_at timestamptz not null,
  unique (tenant_id, id)
);
create unique index office_name on tickets.office (tenant_id, lower(name));
select platform.protect('tickets.office');

create table tickets.office_member (
  tenant_id uuid not null,
  office_id uuid not null,
  -- identity's user.
  user_id uuid not null,
  primary key (office_id, user_id),
  foreign key (tenant_id, office_id) references tickets.office (tenant_id, id)
);
create index office_member_user on tickets.office_member (user_id);
select platform.protect('tickets.office_member');

create table tickets.ticket (
  id uuid primary key,
  -- The organism that owes the answer; the interaction it came from may be another one's.
  tenant_id uuid not null references tenants.tenant (id),
  -- Digits only, as keyed on a phone: sequence, two digits of the year, check digit (4812267 = 4812-26-7).
  number text not null unique check (number ~ '^[1-9][0-9]{6,14}$'),
  kind text not null check (kind in ('enquiry', 'service-claim', 'complaint', 'report', 'suggestion', 'praise', 'request')),
  -- Written by one function (change-state.ts).
  state text not null check (state in ('open', 'in-progress', 'waiting-citizen', 'solved', 'closed', 'cancelled')),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  topic_id uuid not null references tenants.topic (id),
  -- Its path as it was when the ticket was opened: topics get renamed, and the reader may not see the whole tree.
  topic_name text not null,
  office_id uuid,
  assignee_id uuid,
  assignee_name text,
  -- No key: retention may remove the interaction before the ticket.
  interaction_id uuid,
  citizen_id uuid references citizens.citizen (id),
  subject text not null,
  description text not null,
  -- Subject, text and place without accents: what the list's search box looks into.
  search_text text not null,
  place_locality text,
  place_address text,
  opened_by_id text,
  opened_by_name text not null,
  opened_at timestamptz not null,
  state_changed_at timestamptz not null,
  -- Of the client's form, with the hash of what it sent: a repeated send finds the ticket it made.
  idempotency_key text not null,
  request_hash text not null,
  version int not null default 1,
  unique (tenant_id, id),
  unique (tenant_id, idempotency_key),
  check ((assignee_id is null) = (assignee_name is null)),
  foreign key (tenant_id, office_id) references tickets.office (tenant_id, id)
);
create index ticket_list on tickets.ticket (tenant_id, opened_at desc, id desc);
create index ticket_live on tickets.ticket (tenant_id, state, opened_at desc) where state not in ('closed', 'cancelled');
create index ticket_office on tickets.ticket (office_id, opened_at desc) where state not in ('closed', 'cancelled');
create index ticket_assignee on tickets.ticket (assignee_id, opened_at desc) where assignee_id is not null;
create index ticket_citizen on tickets.ticket (citizen_id, opened_at desc) where citizen_id is not null;
create index ticket_topic on tickets.ticket (topic_id);
create index ticket_search_text on tickets.ticket using gin (search_text gin_trgm_ops);
select platform.protect('tickets.ticket');

-- Every change of a ticket, as it happened.
create table tickets.history (
  id uuid primary key,
  -- Order within one instant.
  seq bigint generated always as identity,
  tenant_id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  what text not null check (what in ('opened', 'state', 'assigned', 'office', 'priority', 'note')),
  from_value text,
  to_value text,
  text text,
  visibility text not null check (visibility in ('internal', 'public')),
  foreign key (tenant_id, ticket_id) references tickets.ticket (tenant_id, id)
);
create index history_ticket on tickets.history (ticket_id, seq);
select platform.protect('tickets.history');
select platform.append_only('tickets.history');

-- One sequence per year, made when the year's first ticket is opened. nextval takes no lock that a transaction keeps,
-- so that tickets opened at the same time never wait for each other; numbers may have gaps.
-- Security definer: only the owner may make sequences.
create function tickets.next_in_year(year int) returns bigint
  language plpgsql security definer set search_path = tickets, pg_temp as $$
declare
  sequence_name text := format('tickets.number_%s', year);
begin
  if year not between 2000 and 2099 then
    raise exception 'no ticket numbers for the year %', year;
  end if;
  if to_regclass(sequence_name) is null then
    -- Two first tickets of a year: the second waits here until the first has committed.
    perform pg_advisory_xact_lock(7461, year);
    execute format('create sequence if not exists %s minvalue 1001', sequence_name);
  end if;
  return nextval(sequence_name);
end
$$;
revoke execute on function tickets.next_in_year(int) from public;
grant execute on function tickets.next_in_year(int) to vera_app, vera_system;
