-- A ticket travels: `tenant_id` is the organism that owes the answer now and changes with a hop. The organism where it was
-- opened and all that had it stay parties: they go on seeing it, only the owner works it.
alter table tickets.ticket
  add column origin_tenant_id uuid references tenants.tenant (id),
  add column party_ids uuid[],
  add column bounces int not null default 0,
  -- A coordinator has decided: this office cannot return it.
  add column decided boolean not null default false,
  add column legal_owner text check (legal_owner in ('nation', 'province', 'municipality', 'company', 'private')),
  add column provider_claim text,
  add column place_department text,
  add column place_locality_code text,
  add column place_latitude double precision check (place_latitude between -90 and 90),
  add column place_longitude double precision check (place_longitude between -180 and 180),
  add check ((place_latitude is null) = (place_longitude is null));
update tickets.ticket set origin_tenant_id = tenant_id, party_ids = array[tenant_id];
alter table tickets.ticket
  alter column origin_tenant_id set not null,
  alter column party_ids set not null,
  add check (tenant_id = any (party_ids) and origin_tenant_id = any (party_ids)),
  drop constraint ticket_tenant_id_idempotency_key_key,
  -- A form sent again finds its ticket also where it has moved on.
  add unique (origin_tenant_id, idempotency_key);
create index ticket_party on tickets.ticket using gin (party_ids);
create policy party_read on tickets.ticket for select to vera_app using (party_ids && (select platform.tenants()));
-- Who opens may give it to the competent organism; who has it may hand it on. Both remain parties.
create policy party_open on tickets.ticket for insert to vera_app
  with check (origin_tenant_id = any ((select platform.tenants())::uuid[]));
create policy hand_over on tickets.ticket for update to vera_app
  using (tenant_id = any ((select platform.tenants())::uuid[])) with check (party_ids && (select platform.tenants()));

-- The history belongs to the ticket, wherever it goes; each row keeps the organism that wrote it.
alter table tickets.history
  drop constraint history_tenant_id_ticket_id_fkey,
  add foreign key (ticket_id) references tickets.ticket (id),
  add foreign key (tenant_id) references tenants.tenant (id),
  drop constraint history_what_check,
  add check (what in ('opened', 'state', 'assigned', 'office', 'priority', 'note', 'accepted', 'returned', 'decided',
    'paused', 'resumed', 'told', 'promised', 'linked'));
create policy party on tickets.history to vera_app using (exists (select from tickets.ticket t where t.id = ticket_id));

-- One office's turn. They follow each other without a gap: the clock runs through all of them.
create table tickets.hop (
  id uuid primary key,
  -- The organism of the office.
  tenant_id uuid not null references tenants.tenant (id),
  ticket_id uuid not null references tickets.ticket (id),
  seq int not null,
  -- null: the organism has not said which of its offices.
  office_id uuid references tickets.office (id),
  -- As they were named then.
  office_name text,
  tenant_name text,
  calendar_id uuid,
  came_by text not null check (came_by in ('rule', 'fallback', 'named', 'only-office', 'returned', 'escalated', 'decided', 'assigned')),
  rule_id uuid,
  norm text,
  sentence text,
  from_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by_name text,
  until_at timestamptz,
  -- Why it left: "no me compete" and its reason.
  return_reason text,
  return_text text,
  unique (ticket_id, seq)
);
create unique index hop_current on tickets.hop (ticket_id) where until_at is null;
select platform.protect('tickets.hop');
create policy party on tickets.hop to vera_app using (exists (select from tickets.ticket t where t.id = ticket_id));
insert into tickets.hop (id, tenant_id, ticket_id, seq, office_id, office_name, tenant_name, came_by, from_at, accepted_at)
  select gen_random_uuid(), t.tenant_id, t.id, 1, t.office_id, o.name, n.short_name, 'named', t.opened_at,
    case when t.state <> 'open' then t.state_changed_at end
  from tickets.ticket t left join tickets.office o on o.id = t.office_id
  left join tenants.tenant_name n on n.tenant_id = t.tenant_id and n.valid_to is null;

-- The clock stands still, for a reason that has a name.
create table tickets.pause (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  ticket_id uuid not null references tickets.ticket (id),
  reason text not null check (reason in ('waiting-citizen', 'solved', 'third-party', 'force-majeure', 'court-order')),
  text text,
  from_at timestamptz not null,
  until_at timestamptz,
  by_name text not null,
  check (until_at is null or until_at >= from_at)
);
create unique index pause_current on tickets.pause (ticket_id) where until_at is null;
create index pause_ticket on tickets.pause (ticket_id, from_at);
select platform.protect('tickets.pause');
create policy party on tickets.pause to vera_app using (exists (select from tickets.ticket t where t.id = ticket_id));
insert into tickets.pause (id, tenant_id, ticket_id, reason, from_at, by_name)
  select gen_random_uuid(), tenant_id, id, case when state = 'waiting-citizen' then state else 'solved' end, state_changed_at, 'migration'
  from tickets.ticket where state in ('waiting-citizen', 'solved', 'closed');

-- A target in open seconds. `due_at` is computed, from turns, pauses and hours, whenever one of them changes.
create table tickets.clock (
  tenant_id uuid not null references tenants.tenant (id),
  ticket_id uuid not null references tickets.ticket (id),
  kind text not null check (kind in ('first-response', 'update', 'solution')),
  target_seconds int not null check (target_seconds > 0),
  from_at timestamptz not null,
  -- null while it is paused before its target, or where the office does not open that much.
  due_at timestamptz,
  -- Done: the clock is not looked at any more.
  met_at timestamptz,
  warned_at timestamptz,
  breached_at timestamptz,
  breach_reason text,
  -- How far up the chain it was told: 0 nobody, 1 the office, 2 its organism, 3 the coordinator.
  escalation int not null default 0,
  primary key (ticket_id, kind)
);
create index clock_due on tickets.clock (due_at) where met_at is null and due_at is not null;
select platform.protect('tickets.clock');
create policy party on tickets.clock to vera_app using (exists (select from tickets.ticket t where t.id = ticket_id));
