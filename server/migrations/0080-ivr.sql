-- What callers hear before a person: flows and their versions, prompts, the numbers that lead to them, runs, voicemail.
create schema if not exists ivr;

-- `draft` is what the designer edits; callers hear `published_version`. `revision` grows with each save.
create table ivr.flow (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  name text not null,
  draft jsonb not null,
  revision integer not null default 1,
  published_version integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (tenant_id, id),
  unique (tenant_id, name)
);
select platform.protect('ivr.flow');

-- A published version never changes: calls that are in it stay in it.
create table ivr.flow_version (
  tenant_id uuid not null references tenants.tenant (id),
  flow_id uuid not null,
  version integer not null check (version > 0),
  graph jsonb not null,
  note text,
  published_at timestamptz not null,
  published_by text not null,
  rollback_of integer,
  primary key (flow_id, version),
  foreign key (tenant_id, flow_id) references ivr.flow (tenant_id, id)
);
select platform.protect('ivr.flow_version');
select platform.append_only('ivr.flow_version');

alter table ivr.flow
  add foreign key (id, published_version) references ivr.flow_version (flow_id, version) deferrable initially deferred;

-- `key` is what flows name it by. Recorded: the upload is kept in platform files, its telephone version in the folder of sounds.
create table ivr.prompt (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  key text not null,
  name text not null,
  kind text not null check (kind in ('recorded', 'text')),
  text text,
  file_id uuid,
  sha256 text,
  duration_ms integer,
  updated_at timestamptz not null,
  unique (tenant_id, key),
  check ((kind = 'text') = (text is not null)),
  check ((kind = 'recorded') = (file_id is not null and sha256 is not null))
);
select platform.protect('ivr.prompt');

-- One number leads to one flow, whatever way it is written: `number` is canonical (canonical-number.ts), unique over all tenants.
create table ivr.entry_point (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  number text not null unique,
  name text not null,
  flow_id uuid not null,
  active boolean not null default true,
  created_at timestamptz not null,
  foreign key (tenant_id, flow_id) references ivr.flow (tenant_id, id)
);
select platform.protect('ivr.entry_point');

-- Where each call is in its flow, so that a restarted process goes on there. `data` may hold what a citizen typed: emptied at the end.
create table ivr.flow_run (
  interaction_id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  flow_id uuid not null,
  version integer not null,
  node_id text not null,
  memory jsonb not null default '{}',
  data jsonb not null default '{}',
  started_at timestamptz not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  ended_how text
);
create index flow_run_live on ivr.flow_run (tenant_id) where ended_at is null;
select platform.protect('ivr.flow_run');

create table ivr.voicemail (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  interaction_id uuid not null,
  queue_id uuid not null,
  caller_number text,
  file_id uuid not null,
  duration_ms integer not null,
  left_at timestamptz not null,
  handled_at timestamptz,
  handled_by uuid
);
create index voicemail_waiting on ivr.voicemail (tenant_id, left_at) where handled_at is null;
select platform.protect('ivr.voicemail');
