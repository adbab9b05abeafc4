-- People and programs that work with Vera, what they may do and where.
create schema identity;

create table identity.account (
  id uuid primary key,
  username text not null unique check (username = lower(username)),
  name text not null,
  email text,
  locale text not null default 'es-AR',
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  last_sign_in_at timestamptz
);
create index account_name on identity.account using gin (platform.plain(name) gin_trgm_ops);
select platform.expose('identity.account');

-- A permission that the program knows; new ones are given once to the built-in roles (see default-roles.ts).
create table identity.known_permission (
  code text primary key
);
select platform.expose('identity.known_permission');

create table identity.role (
  code text primary key,
  name text not null,
  -- Held on the whole platform and never on one tenant.
  platform_wide boolean not null default false,
  built_in boolean not null default false
);
select platform.expose('identity.role');

create table identity.role_permission (
  role text not null references identity.role (code) on delete cascade,
  permission text not null references identity.known_permission (code),
  primary key (role, permission)
);
select platform.expose('identity.role_permission');

-- tenant_id null: the whole platform. Such rows are seen by the system only.
create table identity.membership (
  id uuid primary key,
  user_id uuid not null references identity.account (id),
  tenant_id uuid references tenants.tenant (id),
  role text not null references identity.role (code),
  includes_descendants boolean not null default false,
  created_at timestamptz not null default now(),
  unique nulls not distinct (user_id, tenant_id, role)
);
create index membership_tenant on identity.membership (tenant_id);
select platform.protect('identity.membership');

-- A person is seen and changed from the tenants where they work; added by the system's role only, having no membership yet.
alter table identity.account enable row level security;
alter table identity.account force row level security;
create policy colleague on identity.account for select to vera_app
  using (exists (select from identity.membership m where m.user_id = account.id));
create policy colleague_change on identity.account for update to vera_app
  using (exists (select from identity.membership m where m.user_id = account.id));
create policy system on identity.account to vera_system using (true) with check (true);
create policy owner on identity.account to current_user using (true) with check (true);

-- Names for lists and reports of other modules: a name beside an act is no secret of the tenant that employs the person.
create function identity.names_of(user_ids uuid[]) returns table (id uuid, name text)
  language sql stable security definer set search_path = '' as $$
  select a.id, a.name from identity.account a where a.id = any (user_ids)
$$;

-- Programs. `secret_hash` is sha256 of 256 random bits: nothing to guess, so nothing to slow down.
create table identity.api_key (
  id uuid primary key,
  tenant_id uuid references tenants.tenant (id),
  name text not null,
  prefix text not null unique,
  secret_hash bytea not null,
  permissions text[] not null,
  includes_descendants boolean not null default false,
  created_by uuid references identity.account (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
select platform.protect('identity.api_key');
