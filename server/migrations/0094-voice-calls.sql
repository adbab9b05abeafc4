-- Live calls, so that a restarted process knows whose channels Asterisk is keeping for it.
create schema if not exists voice;

-- `live` is what voice/calls/save-call.ts wrote last: legs, places, consultation. Asterisk is right about what exists, this about what it means.
create table voice.call (
  interaction_id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  direction text not null check (direction in ('inbound', 'outbound')),
  entry_point_id uuid,
  -- null while a call of ours is being dialled.
  citizen_channel_id text,
  peer_number text,
  own_number text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  live jsonb,
  unique (tenant_id, interaction_id),
  foreign key (tenant_id, interaction_id) references conversations.interaction (tenant_id, id)
);
create index call_live on voice.call (started_at) where ended_at is null;
select platform.protect('voice.call');

-- A placed call, a pressed key, a transfer that is sent twice (a lost reply) is done once.
create table voice.request (
  request_id uuid primary key,
  user_id uuid not null,
  interaction_id uuid not null,
  at timestamptz not null
);
create index request_at on voice.request (at);
select platform.expose('voice.request');
