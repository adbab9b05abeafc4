create schema knowledge;
grant usage on schema knowledge to vera_app, vera_system;

create text search configuration knowledge.spanish (copy = pg_catalog.spanish);

-- Lower case without accents, one character for each: a place in the folded text is the same place in the original.
-- unaccent() may make two characters of one; and the headline of text search drops <tags>.
create function knowledge.fold(value text) returns text
  language sql immutable strict parallel safe
  return translate(lower(value), 'áàäâãéèëêíìïîóòöôõúùüûñç<>&/', 'aaaaaeeeeiiiiooooouuuunc    ');

-- The Spanish stemmer knows -ación, -ución and -logía only with their accent; without it "jubilacion" and
-- "jubilaciones" would be two words. So accents are taken off and put back where the stemmer needs them.
create function knowledge.stemmable(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(regexp_replace(knowledge.fold(value), '([au]c)ion\M', '\1ión', 'g'), 'logia(s?)\M', 'logía\1', 'g');

create table knowledge.article (
  id uuid primary key,
  -- The organism that owns the text. Who answers for several organisms reads those in its scope.
  tenant_id uuid not null references tenants.tenant (id),
  demo boolean not null default false,
  created_at timestamptz not null,
  retired_at timestamptz,
  unique (tenant_id, id)
);
select platform.protect('knowledge.article');

create table knowledge.article_version (
  id uuid primary key,
  tenant_id uuid not null,
  article_id uuid not null,
  number int not null,
  state text not null check (state in ('draft', 'published', 'superseded')),
  title text not null,
  summary text not null,
  what_is_it text not null,
  for_whom text not null,
  what_do_i_need text not null,
  cost text not null,
  "where" text not null,
  online text not null,
  online_url text,
  keywords text[] not null,
  agent_note text not null,
  -- Counts the savings of a draft, for the optimistic check.
  revision int not null default 1,
  author_id text,
  author_name text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,
  published_by_name text,
  -- The keywords as one text, for the two columns below.
  keyword_text text not null,
  -- What a misspelt word is compared with.
  plain text not null generated always as (knowledge.fold(title || ' ' || keyword_text || ' ' || summary)) stored,
  -- Stems of everything, and the whole words of the head so that a half-typed word is found too.
  search tsvector not null generated always as (
    setweight(to_tsvector('knowledge.spanish', knowledge.stemmable(title || ' ' || keyword_text)), 'A')
    || setweight(to_tsvector('knowledge.spanish', knowledge.stemmable(summary)), 'B')
    || setweight(to_tsvector('knowledge.spanish', knowledge.stemmable(what_is_it || ' ' || for_whom)), 'C')
    || setweight(to_tsvector('knowledge.spanish',
      knowledge.stemmable(what_do_i_need || ' ' || cost || ' ' || "where" || ' ' || online)), 'D')
    || setweight(to_tsvector('simple', knowledge.fold(title || ' ' || keyword_text || ' ' || summary)), 'D')
  ) stored,
  foreign key (tenant_id, article_id) references knowledge.article (tenant_id, id),
  unique (tenant_id, id),
  unique (article_id, number),
  check ((state = 'draft') = (published_at is null))
);
create unique index article_version_one_published on knowledge.article_version (article_id) where state = 'published';
create unique index article_version_one_draft on knowledge.article_version (article_id) where state = 'draft';
create index article_version_search on knowledge.article_version using gin (search) where state = 'published';
create index article_version_plain on knowledge.article_version using gin (plain gin_trgm_ops) where state = 'published';
select platform.protect('knowledge.article_version');

-- A published text is what people were told; it never changes any more.
create function knowledge.keep_published() returns trigger language plpgsql as $$
begin
  -- Generated columns are not filled yet in a before trigger.
  if old.state <> 'draft' and (to_jsonb(new) - 'state' - 'search' - 'plain') <> (to_jsonb(old) - 'state' - 'search' - 'plain') then
    raise exception 'article version % is published and cannot change', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger keep_published before update on knowledge.article_version
  for each row execute function knowledge.keep_published();

create table knowledge.article_topic (
  tenant_id uuid not null,
  article_id uuid not null,
  -- No composite key: the topic may be of the organism or of the province above it.
  topic_id uuid not null references tenants.topic (id),
  primary key (article_id, topic_id),
  foreign key (tenant_id, article_id) references knowledge.article (tenant_id, id)
);
create index article_topic_topic on knowledge.article_topic (topic_id);
select platform.protect('knowledge.article_topic');

-- Which text was read to whom, in which interaction. The interaction and the citizen are kept as plain ids:
-- conversations stands above this module, and proof outlives what it points at.
create table knowledge.reading (
  id uuid primary key,
  tenant_id uuid not null,
  article_id uuid not null,
  version_id uuid not null,
  interaction_id uuid not null,
  citizen_id uuid,
  agent_id text,
  agent_name text not null,
  at timestamptz not null,
  foreign key (tenant_id, version_id) references knowledge.article_version (tenant_id, id),
  unique (interaction_id, version_id)
);
create index reading_version on knowledge.reading (version_id);
select platform.protect('knowledge.reading');
select platform.append_only('knowledge.reading');
