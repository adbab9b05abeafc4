-- Words of one organism that mean the same: {dni, documento, "documento nacional de identidad"}.
create table knowledge.synonym (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  terms text[] not null check (cardinality(terms) between 2 and 20),
  -- Every folded word of the terms: finds the groups that may concern a search.
  words text[] not null,
  changed_at timestamptz not null,
  changed_by_name text not null,
  unique (tenant_id, id)
);
create index synonym_words on knowledge.synonym using gin (words);
select platform.protect('knowledge.synonym');

-- "Useful" or "wrong", from agents and from the public. Never who the citizen was.
create table knowledge.feedback (
  id uuid primary key,
  tenant_id uuid not null,
  article_id uuid not null,
  version_id uuid not null,
  kind text not null check (kind in ('useful', 'wrong')),
  comment text not null,
  source text not null check (source in ('agent', 'public')),
  author_name text,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by_name text,
  foreign key (tenant_id, article_id) references knowledge.article (tenant_id, id),
  foreign key (tenant_id, version_id) references knowledge.article_version (tenant_id, id),
  unique (tenant_id, id)
);
create index feedback_open on knowledge.feedback (tenant_id, at desc) where kind = 'wrong' and settled_at is null;
create index feedback_article on knowledge.feedback (article_id);
select platform.protect('knowledge.feedback');

-- "Asked, not found": one row for each thing that was asked in the same words. Long numbers are taken out before.
create table knowledge.gap (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  asked text not null check (asked <> ''),
  topic_id uuid references tenants.topic (id),
  times int not null default 1,
  from_public int not null default 0,
  first_at timestamptz not null,
  last_at timestamptz not null,
  settled_at timestamptz,
  settled_by_name text,
  unique (tenant_id, id)
);
-- Asked again after it was settled: a new row.
create unique index gap_open on knowledge.gap (tenant_id, asked) where settled_at is null;
create index gap_last on knowledge.gap (tenant_id, last_at desc);
select platform.protect('knowledge.gap');

create table knowledge.attachment (
  id uuid primary key,
  tenant_id uuid not null,
  article_id uuid not null,
  file_id uuid not null,
  name text not null,
  content_type text not null,
  bytes int not null,
  audience text not null check (audience in ('public', 'internal')),
  added_at timestamptz not null,
  added_by_name text not null,
  -- Taken out of the article; the bytes stay, because a published text may have pointed at them.
  removed_at timestamptz,
  foreign key (tenant_id, article_id) references knowledge.article (tenant_id, id),
  unique (tenant_id, id)
);
create index attachment_article on knowledge.attachment (article_id) where removed_at is null;
select platform.protect('knowledge.attachment');
