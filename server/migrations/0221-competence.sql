-- Which office owes the answer to what, where. One book of rules per organism whose territory it is, in versions: a draft
-- that people change, published ones that never change and hold from their instant until the next one's.
alter table tickets.office
  add column calendar_id uuid,
  -- Takes what a rule gives to "the local government of the place".
  add column local_front boolean not null default false,
  add foreign key (tenant_id, calendar_id) references tenants.calendar (tenant_id, id) on delete set null (calendar_id);
create unique index office_local_front on tickets.office (tenant_id) where local_front;

create table tickets.competence_book (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  -- null: the draft.
  number int,
  fallback_office_id uuid references tickets.office (id),
  max_bounces int not null default 2 check (max_bounces between 0 and 9),
  effective_from timestamptz,
  note text,
  published_at timestamptz,
  published_by_name text,
  unique (tenant_id, id),
  unique (tenant_id, number),
  check ((number is null) = (effective_from is null)),
  -- Nobody's matter must have an owner too.
  check (number is null or fallback_office_id is not null)
);
create unique index competence_draft on tickets.competence_book (tenant_id) where number is null;
create index competence_effective on tickets.competence_book (tenant_id, effective_from desc) where number is not null;
select platform.protect('tickets.competence_book');
-- Who is competent is public; the organisms below read the rules of those above them.
create policy published_read on tickets.competence_book for select to vera_app using (number is not null);

create table tickets.competence_rule (
  id uuid primary key,
  tenant_id uuid not null,
  book_id uuid not null,
  position int not null,
  topic_id uuid references tenants.topic (id),
  locality text,
  department text,
  locality_code text,
  legal_owner text check (legal_owner in ('nation', 'province', 'municipality', 'company', 'private')),
  -- null: the office of the local government of the place. Offices of other organisms too, hence no composite key.
  office_id uuid references tickets.office (id),
  norm text not null,
  sentence text not null,
  -- {"provider", "firstOfficeId", "sentence"}
  second_instance jsonb,
  foreign key (tenant_id, book_id) references tickets.competence_book (tenant_id, id) on delete cascade
);
create index competence_rule_book on tickets.competence_rule (book_id, position);
select platform.protect('tickets.competence_rule');
create policy published_read on tickets.competence_rule for select to vera_app using (
  exists (select from tickets.competence_book b where b.id = book_id and b.number is not null));

-- What a question needs of the world, over all organisms: the book that holds for the asking organism at that instant (its
-- own or the nearest above it), the topics from the asked one to its root, the front office of the place's local government
-- (none where two of one tree carry the name). Security definer: only ids come out.
create function tickets.competence_setting(of_tenant uuid, of_topic uuid, at timestamptz, of_locality text)
  returns table (book_id uuid, topic_path uuid[], local_office_id uuid)
  language sql stable security definer set search_path = '' as $$
  select
    (select b.id from tickets.competence_book b
      where b.tenant_id = any (t.path) and b.number is not null and b.effective_from <= at
      order by array_position(t.path, b.tenant_id) desc, b.effective_from desc, b.number desc limit 1),
    (with recursive chain as (
        select p.id, p.parent_id, 1 as depth from tenants.topic p where p.id = of_topic
        union all
        select p.id, p.parent_id, c.depth + 1 from tenants.topic p join chain c on p.id = c.parent_id)
      select array_agg(c.id order by c.depth) from chain c),
    (select (array_agg(o.id))[1] from tickets.office o join tenants.tenant l on l.id = o.tenant_id
      where o.local_front and o.active and l.closed_at is null and l.path[1] = t.path[1]
        and platform.plain(l.locality) = platform.plain(of_locality)
      having count(*) = 1)
  from tenants.tenant t where t.id = of_tenant
$$;
revoke execute on function tickets.competence_setting(uuid, uuid, timestamptz, text) from public;
grant execute on function tickets.competence_setting(uuid, uuid, timestamptz, text) to vera_app, vera_system;

-- The public card of offices that take tickets, over all organisms: name and whose. Never who works there.
create function tickets.office_cards(ids uuid[])
  returns table (id uuid, name text, tenant_id uuid, tenant_name text, calendar_id uuid)
  language sql stable security definer set search_path = '' as $$
  select o.id, o.name, o.tenant_id, n.short_name, o.calendar_id
  from tickets.office o
  join tenants.tenant t on t.id = o.tenant_id
  left join tenants.tenant_name n on n.tenant_id = o.tenant_id and n.valid_to is null
  where o.id = any (ids) and o.active and t.closed_at is null
$$;
revoke execute on function tickets.office_cards(uuid[]) from public;
grant execute on function tickets.office_cards(uuid[]) to vera_app, vera_system;

-- Offices of one tree of organisms whose name or organism has the words, to propose another owner.
create function tickets.find_offices(of_tenants uuid[], pattern text, at_most int) returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select o.id from tickets.office o
  join tenants.tenant t on t.id = o.tenant_id
  left join tenants.tenant_name n on n.tenant_id = o.tenant_id and n.valid_to is null
  where o.active and t.closed_at is null
    and t.path[1] in (select a.path[1] from tenants.tenant a where a.id = any (of_tenants))
    and platform.plain(o.name || ' ' || coalesce(n.short_name || ' ' || n.name, '')) like pattern
  order by n.short_name, o.name limit at_most
$$;
revoke execute on function tickets.find_offices(uuid[], text, int) from public;
grant execute on function tickets.find_offices(uuid[], text, int) to vera_app, vera_system;
