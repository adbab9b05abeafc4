-- Facts: what happened, one row per finished thing, made only from events (platform.event) and never changed.
-- Every figure is a sum over these rows; each row names its interaction, so every figure drills down.
create schema if not exists reporting;

-- A finished interaction.
create table reporting.fact_interaction (
  interaction_id uuid primary key,
  tenant_id uuid not null,
  channel text not null,
  direction text not null,
  entry_point_id uuid,
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz not null,
  reason text not null
);
create index fact_interaction_started on reporting.fact_interaction (tenant_id, started_at);
select platform.protect('reporting.fact_interaction');
select platform.append_only('reporting.fact_interaction');

-- A finished stay in one queue.
create table reporting.fact_queue_visit (
  visit_id uuid primary key,
  tenant_id uuid not null,
  interaction_id uuid not null,
  queue_id uuid not null,
  channel text not null,
  direction text not null,
  entered_at timestamptz not null,
  left_at timestamptz not null,
  wait_ms bigint not null,
  outcome text not null,
  agent_id uuid
);
create index fact_queue_visit_entered on reporting.fact_queue_visit (entered_at);
create index fact_queue_visit_tenant on reporting.fact_queue_visit (tenant_id, entered_at);
select platform.protect('reporting.fact_queue_visit');
select platform.append_only('reporting.fact_queue_visit');

-- An agent began to attend an interaction.
create table reporting.fact_answer (
  interaction_id uuid not null,
  agent_id uuid not null,
  tenant_id uuid not null,
  queue_id uuid,
  channel text not null,
  direction text not null,
  answered_at timestamptz not null,
  primary key (interaction_id, agent_id)
);
create index fact_answer_answered on reporting.fact_answer (answered_at);
select platform.protect('reporting.fact_answer');
select platform.append_only('reporting.fact_answer');

-- A finished slice of an agent's work on an interaction: talk, hold, consult, wrap-up.
create table reporting.fact_slice (
  segment_id uuid primary key,
  tenant_id uuid not null,
  interaction_id uuid not null,
  agent_id uuid not null,
  queue_id uuid,
  kind text not null,
  started_at timestamptz not null,
  duration_ms bigint not null
);
create index fact_slice_of on reporting.fact_slice (interaction_id, agent_id);
select platform.protect('reporting.fact_slice');
select platform.append_only('reporting.fact_slice');

-- A finished offer: accepted, declined, expired, failed or withdrawn.
create table reporting.fact_offer (
  offer_id uuid primary key,
  tenant_id uuid not null,
  interaction_id uuid not null,
  queue_id uuid not null,
  agent_id uuid not null,
  offered_at timestamptz not null,
  closed_at timestamptz not null,
  outcome text not null
);
create index fact_offer_offered on reporting.fact_offer (offered_at);
select platform.protect('reporting.fact_offer');
select platform.append_only('reporting.fact_offer');

-- From `at` on the agent was in this state with this activity, until their next row. An agent works for several
-- organisms at once, so the row belongs to none; the code shows only the agents of the reader's organisms.
create table reporting.fact_agent_state (
  event_seq bigint primary key,
  agent_id uuid not null,
  at timestamptz not null,
  state text not null,
  reason text,
  activity text not null
);
create index fact_agent_state_agent on reporting.fact_agent_state (agent_id, at, event_seq);
select platform.expose('reporting.fact_agent_state');
select platform.append_only('reporting.fact_agent_state');

-- A finished attempt on one trunk.
create table reporting.fact_seizure (
  seizure_id uuid primary key,
  tenant_id uuid not null,
  interaction_id uuid,
  trunk_id uuid not null,
  route_id uuid,
  direction text not null,
  started_at timestamptz not null,
  -- From the attempt to the answer or the end; from the answer to the end.
  setup_ms bigint not null,
  connected_ms bigint not null,
  outcome text not null
);
create index fact_seizure_started on reporting.fact_seizure (started_at);
select platform.protect('reporting.fact_seizure');
select platform.append_only('reporting.fact_seizure');

-- An interaction that was an emergency; it counts here and never in the service level.
create table reporting.fact_emergency (
  interaction_id uuid primary key,
  tenant_id uuid not null,
  service text not null,
  at timestamptz not null
);
create index fact_emergency_at on reporting.fact_emergency (at);
select platform.protect('reporting.fact_emergency');
select platform.append_only('reporting.fact_emergency');
