-- When an organism attends: weekly blocks, exceptions by date, holidays by scope. Wall-clock times are minutes
-- from midnight in the calendar's zone; the instants are computed, so that a change of clock moves nothing.
create table tenants.calendar (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  name text not null,
  -- null: the tenant's zone.
  zone text,
  always_open boolean not null default false,
  observes_holidays boolean not null default true,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  unique (tenant_id, id),
  unique (tenant_id, name)
);
create unique index calendar_default on tenants.calendar (tenant_id) where is_default;
select platform.protect('tenants.calendar');

create table tenants.calendar_block (
  tenant_id uuid not null references tenants.tenant (id),
  calendar_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7),
  start_minute smallint not null check (start_minute >= 0),
  end_minute smallint not null check (end_minute <= 1440),
  primary key (calendar_id, weekday, start_minute),
  foreign key (tenant_id, calendar_id) references tenants.calendar (tenant_id, id) on delete cascade,
  check (end_minute > start_minute)
);
select platform.protect('tenants.calendar_block');

-- Of two exceptions on one day the later addition wins: `position` is the order of adding.
create table tenants.calendar_exception (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  calendar_id uuid not null,
  position bigint not null generated always as identity,
  first_day date not null,
  last_day date not null,
  effect text not null check (effect in ('close', 'open', 'replace')),
  -- [{"start": minute, "end": minute}]
  spans jsonb not null,
  name text not null,
  foreign key (tenant_id, calendar_id) references tenants.calendar (tenant_id, id) on delete cascade,
  check (last_day >= first_day)
);
create index calendar_exception_calendar on tenants.calendar_exception (calendar_id, last_day);
select platform.protect('tenants.calendar_exception');

-- tenant_id only for scope "tenant"; area: null (nation), ISO 3166-2 code (province), name (locality).
create table tenants.holiday (
  id uuid primary key,
  scope text not null check (scope in ('nation', 'province', 'locality', 'tenant')),
  area text,
  tenant_id uuid references tenants.tenant (id),
  includes_descendants boolean not null default false,
  day date not null,
  name text not null,
  start_minute smallint not null default 0 check (start_minute >= 0),
  end_minute smallint not null default 1440 check (end_minute <= 1440),
  check (end_minute > start_minute),
  check ((scope = 'tenant') = (tenant_id is not null)),
  check ((scope in ('province', 'locality')) = (area is not null)),
  unique nulls not distinct (scope, area, tenant_id, day, name)
);
create index holiday_day on tenants.holiday (day);
select platform.protect('tenants.holiday');
-- Public holidays are everybody's; a day off of an ancestor is seen by those it closes.
create policy public_read on tenants.holiday for select to vera_app using (tenant_id is null);
create policy ancestor_read on tenants.holiday for select to vera_app using (
  includes_descendants and exists (
    select from tenants.tenant t
    where t.id = any ((select platform.tenants())::uuid[]) and holiday.tenant_id = any (t.path)
  )
);

-- Files of holidays that were loaded, so that a holiday removed by people does not come back at the next start.
create table tenants.holiday_file (
  name text primary key,
  loaded_at timestamptz not null default now()
);
select platform.expose('tenants.holiday_file');

-- Which days off close a tenant: the nation's, its province's, its locality's, its own, those that an ancestor declared for all.
create function tenants.holiday_closes(h tenants.holiday, t tenants.tenant) returns boolean
  language sql immutable
  return case h.scope
    when 'nation' then true
    when 'province' then h.area = t.province
    when 'locality' then platform.plain(h.area) = platform.plain(t.locality)
    else h.tenant_id = t.id or (h.includes_descendants and h.tenant_id = any (t.path))
  end;
