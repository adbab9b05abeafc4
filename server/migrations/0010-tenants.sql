-- Organisms and their hierarchy. Kind is data; names are dated, because organisms get renamed.
create schema tenants;

-- `path` holds the ids from the root to the row itself, so that ancestors and descendants need no recursion,
-- and so that a reader who may not see an ancestor's row still knows which one it is.
create table tenants.tenant (
  id uuid primary key,
  parent_id uuid references tenants.tenant (id),
  path uuid[] not null,
  kind text not null,
  slug text not null unique,
  zone text not null default 'America/Argentina/Buenos_Aires',
  province text,
  locality text,
  brand_name text,
  brand_colour text check (brand_colour ~ '^#[0-9a-f]{6}$'),
  brand_logo_file_id uuid,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  check (parent_id is null or parent_id <> id),
  check (path[cardinality(path)] = id)
);
create index tenant_parent on tenants.tenant (parent_id);
create index tenant_path on tenants.tenant using gin (path);

-- For rows inserted by other means than the module (test kit, demo): the path follows the parent when not given.
create function tenants.fill_path() returns trigger language plpgsql as $$
begin
  if new.path is null then
    new.path := case when new.parent_id is null then array[new.id]
      else (select path || new.id from tenants.tenant where id = new.parent_id) end;
  end if;
  return new;
end $$;
create trigger tenant_fill_path before insert on tenants.tenant
  for each row execute function tenants.fill_path();
-- A tenant's row belongs to itself.
select platform.protect('tenants.tenant', 'id');

-- [valid_from, valid_to): the names of one tenant never overlap.
create table tenants.tenant_name (
  tenant_id uuid not null references tenants.tenant (id),
  name text not null,
  short_name text not null,
  valid_from date not null,
  valid_to date,
  primary key (tenant_id, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
select platform.protect('tenants.tenant_name');

-- A short address is unique over tenants that the asker cannot see.
create function tenants.slug_taken(wanted text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select from tenants.tenant where slug = wanted)
$$;
