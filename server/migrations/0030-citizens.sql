-- The provincial register of persons. It belongs to the installation, not to a tenant (product.md, "Tenancy and privacy"):
-- no tenant_id and no row-level security here; every opening of a record leaves an audit row instead.
create schema citizens;

create table citizens.citizen (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  chosen_name text,
  -- Every name in the form names are compared: lower case, no accents, a space around each word.
  search_name text not null,
  birth_on date,
  verification_method text,
  verified_at timestamptz,
  verified_by_name text,
  preferred_channel text check (preferred_channel in ('phone', 'whatsapp', 'sms', 'email')),
  preferred_time text,
  take_into_account text,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Who works on a record from the same screen should be named in a conflict.
  updated_by_name text not null,
  check ((verification_method is null) = (verified_at is null))
);
create index citizen_search_name on citizens.citizen using gin (search_name gin_trgm_ops);
select platform.expose('citizens.citizen');

create table citizens.identifier (
  id uuid primary key,
  citizen_id uuid not null references citizens.citizen (id),
  kind text not null check (kind in ('dni', 'cuil', 'passport')),
  country char(2) not null default 'AR',
  -- Digits only for dni and cuil; capitals and digits for a passport.
  value text not null,
  -- The document number inside: of a dni itself, of a cuil its middle eight digits. One search finds both.
  document text,
  created_at timestamptz not null
);
-- A CUIL or a passport is one person's. DNI is not: old LE and LC numbers exist twice (once per sex).
create unique index identifier_of_one on citizens.identifier (kind, country, value) where kind <> 'dni';
create index identifier_value on citizens.identifier (value);
create index identifier_document on citizens.identifier (document) where document is not null;
create index identifier_citizen on citizens.identifier (citizen_id);
select platform.expose('citizens.identifier');

create table citizens.contact_point (
  id uuid primary key,
  citizen_id uuid not null references citizens.citizen (id),
  kind text not null check (kind in ('phone', 'email')),
  -- Phone: ten digits, or E.164 with + when foreign. E-mail: lower case. Shared by families, so never unique.
  value text not null,
  line text check (line in ('mobile', 'fixed', 'unknown')),
  label text,
  preferred boolean not null default false,
  verified_at timestamptz,
  created_at timestamptz not null,
  unique (citizen_id, kind, value)
);
create index contact_point_value on citizens.contact_point (kind, value);
-- "15 506-6600" without area code: the end of the number, read backwards.
create index contact_point_end on citizens.contact_point (reverse(value) text_pattern_ops) where kind = 'phone';
select platform.expose('citizens.contact_point');

-- What one organism noted about a person; this part is the tenant's own.
create table citizens.tenant_detail (
  tenant_id uuid not null references tenants.tenant (id),
  citizen_id uuid not null references citizens.citizen (id),
  notes text not null,
  version int not null default 1,
  updated_at timestamptz not null,
  updated_by_name text not null,
  primary key (tenant_id, citizen_id)
);
create index tenant_detail_citizen on citizens.tenant_detail (citizen_id);
select platform.protect('citizens.tenant_detail');
