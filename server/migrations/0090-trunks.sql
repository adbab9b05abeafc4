-- Lines to the public network or to other exchanges, what may be dialled over them, and in which order.
create schema if not exists voice;

-- A removed trunk stays as the name of its seizures.
create table voice.trunk (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  name text not null,
  kind text not null check (kind in ('register', 'account', 'address')),
  host text,
  port integer not null check (port between 1 and 65535),
  transport text not null check (transport in ('udp', 'tcp')),
  username text,
  -- Sealed with the tenant's key, as every file.
  password_file_id uuid,
  addresses text[] not null,
  number_format text not null check (number_format in ('plus', 'digits', 'national')),
  max_calls integer check (max_calls > 0),
  active boolean not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  unique (tenant_id, id),
  check (kind = 'account' or host is not null),
  check (kind = 'address' or username is not null)
);
create unique index trunk_name on voice.trunk (tenant_id, platform.plain(name)) where removed_at is null;
-- The end of the id is its name in Asterisk.
create unique index trunk_code on voice.trunk (right(id::text, 12));
select platform.protect('voice.trunk');

-- Valid for its tenant and all below; the nearest tenant with a prefix that fits wins, there the longest prefix.
create table voice.route (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  name text not null,
  prefix text not null check (prefix ~ '^[0-9]{0,15}$'),
  active boolean not null,
  changed_at timestamptz not null,
  unique (tenant_id, id),
  unique (tenant_id, prefix)
);
select platform.protect('voice.route');

create table voice.route_trunk (
  tenant_id uuid not null references tenants.tenant (id),
  route_id uuid not null,
  position integer not null,
  trunk_id uuid not null,
  primary key (route_id, position),
  unique (route_id, trunk_id),
  foreign key (tenant_id, route_id) references voice.route (tenant_id, id) on delete cascade,
  foreign key (tenant_id, trunk_id) references voice.trunk (tenant_id, id)
);
create index route_trunk_trunk on voice.route_trunk (trunk_id);
select platform.protect('voice.route_trunk');

-- What agents of this tenant, and of those below without one of their own, may dial.
create table voice.outbound_policy (
  tenant_id uuid primary key references tenants.tenant (id),
  caller_id text not null check (caller_id ~ '^\+[1-9][0-9]{6,14}$'),
  allowed_prefixes text[] not null,
  blocked_prefixes text[] not null,
  max_calls integer not null check (max_calls >= 0),
  changed_at timestamptz not null
);
select platform.protect('voice.outbound_policy');
