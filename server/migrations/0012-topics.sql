-- What citizens contact about: jurisdiction → organism → theme → reason. Knowledge, tickets and dispositions point here.
-- The parent may belong to an ancestor of the tenant, so that an organism keeps its own branch under the province's root.
create table tenants.topic (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  parent_id uuid references tenants.topic (id),
  kind text not null check (kind in ('jurisdiction', 'organism', 'theme', 'reason')),
  name text not null,
  code text,
  active boolean not null default true,
  position int not null default 0,
  created_at timestamptz not null default now(),
  check (parent_id is null or parent_id <> id),
  unique (tenant_id, id),
  unique (tenant_id, code)
);
create index topic_parent on tenants.topic (parent_id);
create index topic_tenant on tenants.topic (tenant_id);
-- Two active sisters may not look alike.
create unique index topic_sister on tenants.topic (tenant_id, parent_id, platform.plain(name)) nulls not distinct where active;
select platform.protect('tenants.topic');
