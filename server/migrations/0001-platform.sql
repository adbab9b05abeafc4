-- Roles. Both are ordinary: neither owns a table, neither bypasses row-level security.
-- vera_app: a request; it sees the tenants named in app.tenants. vera_system: routing, voice, workers; all tenants.
do $$
begin
  if not exists (select from pg_roles where rolname = 'vera_app') then
    create role vera_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'vera_system') then
    create role vera_system nologin;
  end if;
  execute format('grant vera_app, vera_system to %I', current_user);
exception
  -- Two databases of one server may migrate at the same moment; roles are the server's, so one of them comes second.
  when duplicate_object or unique_violation then null;
  -- An owner without the right to hand them on: somebody made the roles beforehand and granted them to this owner.
  when insufficient_privilege then
    if not (pg_has_role(current_user, 'vera_app', 'member') and pg_has_role(current_user, 'vera_system', 'member')) then
      raise exception 'the owner of the database must be a member of vera_app and vera_system: grant vera_app, vera_system to %', current_user;
    end if;
end
$$;

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

create schema platform;
grant usage on schema platform to vera_app, vera_system;

-- Text search inside a tenant needs these to be leakproof, or row-level security keeps the planner off the GIN index.
-- Only a superuser may say so; elsewhere search is slower, and `./vera doctor` tells.
do $$
begin
  alter function texticlike(text, text) leakproof;
  alter function textlike(text, text) leakproof;
  alter function ts_match_vq(tsvector, tsquery) leakproof;
  alter function similarity_op(text, text) leakproof;
  alter function word_similarity_op(text, text) leakproof;
exception
  when insufficient_privilege then raise notice 'not a superuser: text search under row-level security will not use its index';
end
$$;

-- unaccent() is only stable, because its dictionary could be changed; Vera never does, and indexes need immutable.
create function platform.plain(value text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, value));

create function platform.tenants() returns uuid[]
  language sql stable parallel safe
  return coalesce(nullif(current_setting('app.tenants', true), ''), '{}')::uuid[];

-- Grants only: for tables that belong to the installation, not to a tenant.
create function platform.expose(relation regclass) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %s to vera_app, vera_system',
    (select relnamespace::regnamespace from pg_class where oid = relation));
  execute format('grant select, insert, update, delete on %s to vera_app, vera_system', relation);
end
$$;

-- A tenant's table: rows are seen and written only inside the tenants of the transaction.
create function platform.protect(relation regclass, tenant_column name default 'tenant_id') returns void language plpgsql as $$
begin
  perform platform.expose(relation);
  execute format('alter table %s enable row level security', relation);
  execute format('alter table %s force row level security', relation);
  execute format('create policy tenant on %s to vera_app using (%I = any ((select platform.tenants())::uuid[]))', relation, tenant_column);
  execute format('create policy system on %s to vera_system using (true) with check (true)', relation);
  -- The owner migrates and backs up.
  execute format('create policy owner on %s to current_user using (true) with check (true)', relation);
end
$$;

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_relid::regclass using errcode = 'restrict_violation';
end
$$;

create function platform.append_only(relation regclass) returns void language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from vera_app, vera_system', relation);
  execute format('create trigger append_only before update or delete or truncate on %s for each statement execute function platform.refuse_change()', relation);
end
$$;
