-- What is said with a citizen: conversation, interaction, its segments, and the coded result.
create schema if not exists conversations;

create table conversations.conversation (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  citizen_id uuid,
  opened_at timestamptz not null,
  unique (tenant_id, id)
);
create index conversation_citizen on conversations.conversation (citizen_id);
select platform.protect('conversations.conversation');

-- The current row of an interaction; `state` is written only by conversations/interactions/interaction-state.ts.
-- wait_ms … wrap_up_ms are sums over the *ended* segments, kept so that lists sort without reading segments.
create table conversations.interaction (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  conversation_id uuid not null,
  parent_id uuid,
  channel text not null,
  direction text not null check (direction in ('inbound', 'outbound')),
  state text not null check (state in ('arrived', 'in-flow', 'queued', 'connected', 'ended')),
  entry_point_id uuid,
  -- The provider's own id of the call, message or mail: the same one never opens a second interaction.
  external_id text,
  from_address text not null,
  to_address text not null,
  citizen_id uuid,
  queue_id uuid,
  agent_id uuid,
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  wait_ms bigint not null default 0,
  talk_ms bigint not null default 0,
  hold_ms bigint not null default 0,
  wrap_up_ms bigint not null default 0,
  emergency text,
  topic_id uuid,
  outcome_code text,
  ticket_id uuid,
  unique (tenant_id, id),
  unique (channel, external_id),
  -- Deferred: the interaction goes in first, and its conversation only if it was not there already.
  foreign key (tenant_id, conversation_id) references conversations.conversation (tenant_id, id)
    deferrable initially deferred,
  check ((state = 'ended') = (ended_at is not null)),
  check ((ended_at is null) = (end_reason is null)),
  check (ended_at >= started_at),
  check (answered_at >= started_at)
);
create index interaction_started on conversations.interaction (tenant_id, started_at desc, id desc);
create index interaction_citizen on conversations.interaction (citizen_id, started_at desc) where citizen_id is not null;
create index interaction_agent on conversations.interaction (agent_id, started_at desc) where agent_id is not null;
create index interaction_queue on conversations.interaction (queue_id, started_at desc) where queue_id is not null;
create index interaction_live on conversations.interaction (tenant_id) where state <> 'ended';
select platform.protect('conversations.interaction');

-- A segment is written once and closed once. Lane = the agent's, or the citizen's own when agent_id is null:
-- at most one open segment per lane.
create table conversations.segment (
  id uuid primary key,
  -- Order of writing: two rows of one instant keep their order.
  seq bigint not null generated always as identity,
  tenant_id uuid not null references tenants.tenant (id),
  interaction_id uuid not null,
  kind text not null check (kind in ('ivr', 'queue', 'offer', 'talk', 'hold', 'consult', 'wrap-up')),
  agent_id uuid,
  queue_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  queue_outcome text,
  foreign key (tenant_id, interaction_id) references conversations.interaction (tenant_id, id),
  check (ended_at >= started_at),
  check ((kind in ('ivr', 'queue')) = (agent_id is null)),
  check (kind <> 'queue' or queue_id is not null),
  check ((kind = 'queue' and ended_at is not null) = (queue_outcome is not null))
);
create index segment_interaction on conversations.segment (interaction_id, started_at);
create index segment_agent on conversations.segment (agent_id, started_at desc) where agent_id is not null;
create unique index segment_one_open_per_lane on conversations.segment
  (interaction_id, (coalesce(agent_id, '00000000-0000-0000-0000-000000000000'))) where ended_at is null;
create index segment_open on conversations.segment (started_at) where ended_at is null and kind = 'queue';
select platform.protect('conversations.segment');

create function conversations.segment_closes_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.ended_at is not null
    or (to_jsonb(old) - 'ended_at' - 'queue_outcome') is distinct from (to_jsonb(new) - 'ended_at' - 'queue_outcome')
  then
    raise exception 'a segment is closed once and otherwise never changed';
  end if;
  return new;
end $$;
create trigger segment_closes_once before update or delete on conversations.segment
  for each row execute function conversations.segment_closes_once();

-- The coded results an agent may choose, per tenant. A code that was used is switched off, never removed.
create table conversations.outcome_code (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  code text not null,
  name text not null,
  kind text not null,
  requires_summary boolean not null default false,
  active boolean not null default true,
  position integer not null default 0,
  unique (tenant_id, code)
);
select platform.protect('conversations.outcome_code');

-- Every disposition stays; the newest of an interaction is the one that counts.
create table conversations.disposition (
  id uuid primary key,
  -- Order of writing: two rows of one instant keep their order.
  seq bigint not null generated always as identity,
  tenant_id uuid not null references tenants.tenant (id),
  interaction_id uuid not null,
  agent_id uuid,
  topic_id uuid not null,
  outcome_code text not null,
  summary text not null,
  ticket_id uuid,
  at timestamptz not null,
  foreign key (tenant_id, interaction_id) references conversations.interaction (tenant_id, id),
  foreign key (tenant_id, outcome_code) references conversations.outcome_code (tenant_id, code)
);
create index disposition_interaction on conversations.disposition (interaction_id, at);
select platform.protect('conversations.disposition');
select platform.append_only('conversations.disposition');

create table conversations.note (
  id uuid primary key,
  -- Order of writing: two rows of one instant keep their order.
  seq bigint not null generated always as identity,
  tenant_id uuid not null references tenants.tenant (id),
  interaction_id uuid not null,
  author_id uuid,
  author_name text not null,
  text text not null,
  at timestamptz not null,
  foreign key (tenant_id, interaction_id) references conversations.interaction (tenant_id, id)
);
create index note_interaction on conversations.note (interaction_id, at);
select platform.protect('conversations.note');
select platform.append_only('conversations.note');

-- What belongs to an interaction but is owned by a module above: only its id is kept here.
create table conversations.attachment (
  tenant_id uuid not null references tenants.tenant (id),
  interaction_id uuid not null,
  kind text not null check (kind in ('ticket', 'recording')),
  attached_id uuid not null,
  at timestamptz not null,
  primary key (interaction_id, kind, attached_id),
  foreign key (tenant_id, interaction_id) references conversations.interaction (tenant_id, id)
);
select platform.protect('conversations.attachment');
select platform.append_only('conversations.attachment');

-- How many interactions a citizen has in all organisms: the number and nothing else.
create function conversations.count_of_citizen(citizen uuid) returns integer
  language sql stable security definer set search_path = '' as $$
  select count(*)::int from conversations.interaction i where i.citizen_id = citizen
$$;
revoke execute on function conversations.count_of_citizen(uuid) from public;
grant execute on function conversations.count_of_citizen(uuid) to vera_app, vera_system;
