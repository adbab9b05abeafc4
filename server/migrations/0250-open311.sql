-- Open311 GeoReport v2: what a jurisdiction takes from outside programs. Nothing is offered unless it stands here.
create schema open311;
grant usage on schema open311 to vera_app, vera_system;

create table open311.service (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  code text not null check (code ~ '^[A-Za-z0-9_-]{1,60}$'),
  -- The topic of the tickets that it opens; those are what the list of requests shows.
  topic_id uuid not null references tenants.topic (id),
  ticket_kind text not null,
  name text not null,
  description text not null default '',
  keywords text[] not null default '{}',
  group_name text not null default '',
  kind text not null default 'realtime' check (kind in ('realtime', 'batch', 'blackbox')),
  attributes jsonb not null default '[]',
  -- What the citizen hears on sending: who will look at it and when.
  notice text not null default '',
  -- A street light's place may be published, the place of a family's complaint may not.
  place_is_public boolean not null default false,
  active boolean not null default true,
  updated_at timestamptz not null,
  unique (tenant_id, id),
  unique (tenant_id, code)
);
select platform.protect('open311.service');

-- What was sent, by its token: batch services answer with it, and the number is asked for later.
create table open311.submission (
  token uuid primary key,
  tenant_id uuid not null,
  service_id uuid not null,
  number text not null,
  at timestamptz not null,
  foreign key (tenant_id, service_id) references open311.service (tenant_id, id)
);
create index submission_at on open311.submission (tenant_id, at);
select platform.protect('open311.submission');
select platform.append_only('open311.submission');
