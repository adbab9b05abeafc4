-- What is stored outside the database. The bytes lie encrypted under their hash; a row is the only way to them.
create table platform.file (
  id uuid primary key,
  tenant_id uuid not null,
  sha256 text not null,
  bytes bigint not null,
  content_type text not null,
  name text,
  -- Where the bytes lie: sha256 of the tenant and of the content, so that tenants never share a stored file.
  location text not null,
  created_at timestamptz not null
);
create index file_location on platform.file (location);
select platform.protect('platform.file');

-- One AES-256 key per tenant, wrapped by the installation's master key, which is not in the database.
create table platform.tenant_key (
  tenant_id uuid primary key,
  wrapped bytea not null,
  created_at timestamptz not null
);
select platform.protect('platform.tenant_key');

-- graphile-worker's own functions belong to the owner; a request adds jobs only through this one.
create function platform.add_job(job text, payload json, job_key text, run_at timestamptz, max_attempts int)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(job, payload, run_at => run_at, max_attempts => max_attempts, job_key => job_key);
end
$$;
revoke execute on function platform.add_job from public;
grant execute on function platform.add_job to vera_app, vera_system;
