-- Everything that happened, in the past tense. Written in the transaction of the fact; reporting reads nothing else.
-- tenant_id has no foreign key: an event outlives what it tells of, and the platform stands below tenants.
create table platform.event (
  seq bigint generated always as identity primary key,
  -- The writing transaction: readers stop before the oldest one still running, so that no late commit is skipped.
  transaction xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  type text not null,
  tenant_id uuid,
  key text not null,
  data jsonb not null
);
-- The order in which subscribers read: by transaction, then by row.
create index event_order on platform.event (transaction, seq);
create index event_key on platform.event (key, seq);
create index event_type_at on platform.event (type, at);
select platform.protect('platform.event');
-- Acts of the whole installation (a user signed in) have no tenant and are written by any request.
create policy installation on platform.event for insert to vera_app with check (tenant_id is null);
create policy installation_read on platform.event for select to vera_app using (tenant_id is null);
select platform.append_only('platform.event');

-- How far each durable subscriber has read.
create table platform.subscription (
  name text primary key,
  transaction xid8 not null default '0',
  seq bigint not null default 0,
  failures int not null default 0,
  last_error text,
  updated_at timestamptz not null default now()
);
select platform.expose('platform.subscription');

-- Events that a subscriber could not digest after some tries: set aside, visible, never lost.
create table platform.poisoned_event (
  subscription text not null references platform.subscription (name),
  seq bigint not null,
  error text not null,
  at timestamptz not null default now(),
  primary key (subscription, seq)
);
select platform.expose('platform.poisoned_event');

-- Who did what. One chain of hashes for the installation: a changed or missing row breaks it, and the verifier names the row.
create table platform.audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  tenant_id uuid,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null
);
create index audit_entry_subject on platform.audit_entry (subject_kind, subject_id, seq);
create index audit_entry_tenant on platform.audit_entry (tenant_id, seq);
select platform.protect('platform.audit_entry');
create policy installation on platform.audit_entry for insert to vera_app with check (tenant_id is null);
select platform.append_only('platform.audit_entry');

create table platform.audit_head (
  singleton boolean primary key default true check (singleton),
  seq bigint not null,
  hash bytea not null
);
insert into platform.audit_head (seq, hash) values (0, '\x00');
grant select, update on platform.audit_head to vera_app, vera_system;

-- The text that is hashed: every column but the hash itself, in a fixed form.
create function platform.audit_text(entry platform.audit_entry) returns text
  language sql stable
  return concat_ws('|', (entry).seq, extract(epoch from (entry).at), (entry).tenant_id, (entry).actor_kind,
    (entry).actor_id, (entry).actor_name, (entry).action, (entry).subject_kind, (entry).subject_id,
    (entry).detail, encode((entry).previous_hash, 'hex'));

-- Takes the head row's lock: entries of the installation are put in one order, that of their commits.
create function platform.chain_audit() returns trigger language plpgsql as $$
begin
  update platform.audit_head set seq = seq + 1 returning seq, hash into new.seq, new.previous_hash;
  new.hash = sha256(convert_to(platform.audit_text(new), 'UTF8'));
  update platform.audit_head set hash = new.hash;
  return new;
end
$$;
create trigger chain before insert on platform.audit_entry for each row execute function platform.chain_audit();

-- The first entry whose hash or whose link is wrong; no row where the chain is whole.
create function platform.broken_audit_entry() returns table (seq bigint, reason text) language sql stable as $$
  with linked as (
    select e as entry, e.seq, e.hash, e.previous_hash,
      lag(e.hash, 1, '\x00'::bytea) over (order by e.seq) as expected_previous,
      lag(e.seq, 1, 0::bigint) over (order by e.seq) as before
    from platform.audit_entry e
  ), broken as (
    select l.seq, case
        when l.seq <> l.before + 1 then 'entry ' || (l.before + 1) || ' is missing'
        when l.previous_hash <> l.expected_previous then 'does not follow the entry before it'
        when l.hash <> sha256(convert_to(platform.audit_text(l.entry), 'UTF8')) then 'was changed'
      end as reason
    from linked l
    union all
    select h.seq, 'the newest entries are missing' from platform.audit_head h
      where h.seq <> (select coalesce(max(a.seq), 0) from platform.audit_entry a)
  )
  select b.seq, b.reason from broken b where b.reason is not null order by b.seq limit 1
$$;
