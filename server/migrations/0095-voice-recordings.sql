-- Two-sided recordings: left the citizen, right what the citizen hears.
create table voice.recording (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  interaction_id uuid not null,
  kind text not null check (kind in ('call', 'voicemail')),
  direction text not null check (direction in ('inbound', 'outbound')),
  status text not null check (status in ('pending', 'ready', 'failed')),
  -- Where Asterisk writes it; null once it is encrypted into the files port.
  raw_path text,
  file_id uuid,
  started_at timestamptz not null,
  seconds numeric,
  bytes bigint,
  -- Two bytes per slice: loudness of the left, of the right side.
  peaks bytea,
  -- [{ "kind": "pause", "fromSeconds": 12.5, "toSeconds": 20 }]
  marks jsonb not null default '[]',
  from_number text,
  to_number text,
  queue_id uuid,
  -- [{ "agentId": …, "name": … }] in the order in which they talked.
  agents jsonb not null default '[]',
  -- Why it was lost.
  failure text,
  foreign key (tenant_id, interaction_id) references conversations.interaction (tenant_id, id),
  check ((status = 'ready') = (file_id is not null)),
  check (status <> 'ready' or seconds is not null)
);
create index recording_started on voice.recording (tenant_id, started_at desc, id desc);
create index recording_interaction on voice.recording (interaction_id);
create index recording_agents on voice.recording using gin (agents jsonb_path_ops);
create index recording_pending on voice.recording (started_at) where status = 'pending';
select platform.protect('voice.recording');
