-- Every attempt to use a trunk, in both directions, with how it ended: the ground of ASR, NER and average duration.
create table voice.seizure (
  id uuid primary key,
  -- Outbound: for whom it was dialled. Inbound: whose trunk it is.
  tenant_id uuid not null references tenants.tenant (id),
  trunk_id uuid not null references voice.trunk (id),
  route_id uuid,
  -- Whose cap on calls at a time it counts against; null inbound.
  policy_tenant_id uuid,
  interaction_id uuid,
  channel_id text not null unique,
  direction text not null check (direction in ('inbound', 'outbound')),
  -- The other side's number, as the network gave or got it.
  number text,
  started_at timestamptz not null,
  ringing_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  -- ITU-T Q.850; null while it lives, 0 when nobody saw the end.
  cause integer,
  outcome text check (outcome in ('answered', 'busy', 'no-answer', 'rejected', 'cancelled', 'failed')),
  check ((ended_at is null) = (outcome is null)),
  check (outcome <> 'answered' or answered_at is not null)
);
create index seizure_live on voice.seizure (trunk_id) where ended_at is null;
create index seizure_live_policy on voice.seizure (policy_tenant_id) where ended_at is null;
create index seizure_trunk on voice.seizure (trunk_id, started_at);
create index seizure_interaction on voice.seizure (interaction_id);
select platform.protect('voice.seizure');
