-- What the ACD is told: skills, queues, pause reasons, capacity.
create schema routing;

create table routing.skill (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  name text not null,
  unique (tenant_id, id)
);
create unique index skill_name on routing.skill (tenant_id, lower(name));
select platform.protect('routing.skill');

-- Level 1–5; level 0 is no row.
create table routing.agent_skill (
  tenant_id uuid not null references tenants.tenant (id),
  skill_id uuid not null,
  agent_id uuid not null references identity.account (id),
  level int not null check (level between 1 and 5),
  primary key (skill_id, agent_id),
  foreign key (tenant_id, skill_id) references routing.skill (tenant_id, id) on delete cascade
);
create index agent_skill_agent on routing.agent_skill (agent_id);
select platform.protect('routing.agent_skill');

create table routing.queue (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  name text not null,
  active boolean not null,
  strategy text not null,
  priority int not null,
  ageing_per_minute numeric not null,
  -- [{afterSeconds, requirements: [{skillId, minimumLevel}]}], ascending in time.
  relax_steps jsonb not null,
  max_waiting int,
  max_wait_seconds int,
  -- null = back to the flow.
  overflow_queue_id uuid references routing.queue (id),
  offer_seconds int not null,
  wrap_up_mode text not null check (wrap_up_mode in ('mandatory-timed', 'mandatory', 'optional', 'none')),
  wrap_up_seconds int,
  wrap_up_extensions int not null,
  service_level_seconds int not null,
  short_abandon_seconds int not null,
  callbacks boolean not null,
  calendar_id uuid,
  unique (tenant_id, id)
);
create unique index queue_name on routing.queue (tenant_id, lower(name));
select platform.protect('routing.queue');

create table routing.queue_requirement (
  tenant_id uuid not null references tenants.tenant (id),
  queue_id uuid not null,
  skill_id uuid not null,
  minimum_level int not null check (minimum_level between 0 and 5),
  primary key (queue_id, skill_id),
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id) on delete cascade,
  foreign key (tenant_id, skill_id) references routing.skill (tenant_id, id)
);
select platform.protect('routing.queue_requirement');

create table routing.pause_reason (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  code text not null,
  label text not null,
  productive boolean not null,
  limit_seconds int,
  unique (tenant_id, code)
);
select platform.protect('routing.pause_reason');

-- Only of agents who differ from the default of engine/settings.ts.
create table routing.capacity (
  agent_id uuid primary key references identity.account (id),
  limits jsonb not null,
  interrupted_by jsonb not null
);
select platform.expose('routing.capacity');
