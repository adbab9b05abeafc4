-- An article's life: who answers for it, by which norm, from when to when; draft → review → published.
alter table knowledge.article_version
  add column owner text not null default '',
  add column norm text not null default '',
  add column valid_from date,
  -- The last day on which it may be told.
  add column valid_to date,
  add column review_on date,
  -- What to ask for before anything else: "partida inmobiliaria".
  add column required_data text[] not null default '{}',
  -- Existing texts were written for agents: nobody said that they may stand on a public page.
  add column audience text not null default 'internal' check (audience in ('public', 'internal')),
  -- The two days above as instants of the organism's zone, so that a search compares with the clock only.
  add column offered_from timestamptz,
  add column offered_until timestamptz,
  add column submitted_at timestamptz,
  add column submitted_by_name text,
  -- Why the last review gave it back.
  add column return_note text,
  add column returned_by_name text,
  add constraint article_version_valid check (valid_to >= valid_from);

do $$
declare name text;
begin
  for name in select conname from pg_constraint where conrelid = 'knowledge.article_version'::regclass and contype = 'c'
    and (pg_get_constraintdef(oid) like '%published_at%' or pg_get_constraintdef(oid) like '%superseded%')
  loop
    execute format('alter table knowledge.article_version drop constraint %I', name);
  end loop;
end $$;
alter table knowledge.article_version
  add constraint article_version_state check (state in ('draft', 'review', 'published', 'superseded')),
  add constraint article_version_published check ((state in ('draft', 'review')) = (published_at is null));

drop index knowledge.article_version_one_draft;
create unique index article_version_one_draft on knowledge.article_version (article_id) where state in ('draft', 'review');

create or replace function knowledge.keep_published() returns trigger language plpgsql as $$
begin
  -- Generated columns are not filled yet in a before trigger.
  if old.state not in ('draft', 'review')
    and (to_jsonb(new) - 'state' - 'search' - 'plain') <> (to_jsonb(old) - 'state' - 'search' - 'plain') then
    raise exception 'article version % is published and cannot change', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;

-- How often an article answered somebody: it comes earlier in what is found.
create table knowledge.article_use (
  article_id uuid primary key,
  tenant_id uuid not null,
  readings int not null default 0,
  useful int not null default 0,
  foreign key (tenant_id, article_id) references knowledge.article (tenant_id, id)
);
select platform.protect('knowledge.article_use');

insert into knowledge.article_use (article_id, tenant_id, readings)
  select article_id, tenant_id, count(*) from knowledge.reading group by article_id, tenant_id;
