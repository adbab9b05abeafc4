-- Who waits and who is free, as the router that holds the lease last wrote it. Written only by routing.persist.

-- The shard's holder. Each holder has a higher epoch; a write with an older one is refused (fencing).
create table routing.lease (
  shard text primary key,
  epoch bigint not null,
  holder uuid not null,
  renewed_at timestamptz not null,
  -- The last batch of this epoch: a batch sent again after a lost acknowledgement changes nothing.
  batch bigint not null
);
select platform.expose('routing.lease');

-- An interaction that needs an agent, until both are connected.
create table routing.waiting (
  interaction_id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  queue_id uuid not null,
  channel text not null,
  kind text not null,
  callback_id uuid,
  extra_priority int not null,
  skills jsonb not null,
  last_agent_id uuid,
  enqueued_at timestamptz not null,
  queued_at timestamptz not null,
  seq bigint not null,
  not_before timestamptz not null,
  status text not null check (status in ('scheduled', 'waiting', 'offered', 'connecting')),
  -- agent → until (ms since the epoch); null = for good.
  excluded jsonb not null,
  -- What the agent's card shows: caller and topic.
  card jsonb not null,
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id)
);
select platform.protect('routing.waiting');

create table routing.offer (
  offer_id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  interaction_id uuid not null,
  queue_id uuid not null,
  agent_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  idle_seq_before bigint not null,
  idle_seq_given bigint not null,
  status text not null check (status in ('pending', 'accepted', 'declined', 'expired', 'withdrawn', 'failed')),
  ended_at timestamptz,
  epoch bigint not null,
  check ((status = 'pending') = (ended_at is null))
);
-- The database itself holds it: one pending offer per interaction, one winner.
create unique index offer_one_pending on routing.offer (interaction_id) where status = 'pending';
create index offer_interaction on routing.offer (interaction_id, made_at);
select platform.protect('routing.offer');

create table routing.agent (
  agent_id uuid primary key references identity.account (id),
  -- The organism the agent's own events belong to.
  tenant_id uuid not null references tenants.tenant (id),
  -- Where they may handle interactions; null = everywhere.
  tenants uuid[],
  state text not null check (state in ('offline', 'ready', 'paused')),
  reason text,
  since timestamptz not null,
  next_state text,
  next_reason text,
  activity text not null,
  activity_since timestamptz not null,
  present boolean not null,
  gone_at timestamptz,
  idle_seq bigint not null
);
select platform.expose('routing.agent');

create table routing.contact (
  agent_id uuid not null,
  interaction_id uuid not null,
  tenant_id uuid not null references tenants.tenant (id),
  queue_id uuid,
  channel text not null,
  kind text not null,
  callback_id uuid,
  since timestamptz not null,
  offer_id uuid,
  connected boolean not null,
  disposed boolean not null,
  card jsonb not null,
  primary key (agent_id, interaction_id)
);
create index contact_interaction on routing.contact (interaction_id);
select platform.protect('routing.contact');

create table routing.wrap_up (
  agent_id uuid not null,
  interaction_id uuid not null,
  tenant_id uuid not null references tenants.tenant (id),
  queue_id uuid,
  channel text not null,
  mode text not null,
  started_at timestamptz not null,
  deadline_at timestamptz,
  extensions_left int not null,
  overdue boolean not null,
  disposed boolean not null,
  card jsonb not null,
  primary key (agent_id, interaction_id)
);
select platform.protect('routing.wrap_up');

create table routing.callback_request (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  queue_id uuid not null,
  -- The callback's own interaction, and the call that asked for it.
  interaction_id uuid not null,
  from_interaction_id uuid,
  phone text not null,
  name text,
  citizen_id uuid,
  state text not null check (state in ('waiting', 'offered', 'in-progress', 'done', 'failed', 'cancelled')),
  attempts int not null default 0,
  requested_at timestamptz not null,
  not_before timestamptz,
  agent_id uuid,
  ended_at timestamptz,
  foreign key (tenant_id, queue_id) references routing.queue (tenant_id, id)
);
create unique index callback_request_interaction on routing.callback_request (interaction_id);
create index callback_request_from on routing.callback_request (from_interaction_id);
create index callback_request_open on routing.callback_request (tenant_id, state) where ended_at is null;
select platform.protect('routing.callback_request');

-- Who talked last with a citizen, per organism: the strategy "last-agent" asks.
create table routing.last_agent (
  tenant_id uuid not null references tenants.tenant (id),
  citizen_id uuid not null,
  agent_id uuid not null,
  at timestamptz not null,
  primary key (tenant_id, citizen_id)
);
select platform.protect('routing.last_agent');

create function routing.at(ms double precision) returns timestamptz language sql immutable
  return to_timestamp(ms / 1000.0);

-- Takes the lease when nobody holds it: the holder's connection carries an advisory lock, so a dead holder frees it at once;
-- one that is alive but silent for too long is overtaken by time, and its writes are then refused. null = somebody holds it.
create function routing.take_lease(shard_name text, new_holder uuid, silence interval) returns bigint language plpgsql as $$
declare
  taken bigint;
begin
  insert into routing.lease (shard, epoch, holder, renewed_at, batch)
    values (shard_name, 0, new_holder, '-infinity', 0) on conflict do nothing;
  update routing.lease set epoch = epoch + 1, holder = new_holder, renewed_at = now(), batch = 0
    where shard = shard_name
      and (pg_try_advisory_lock(hashtextextended('routing:' || shard_name, 0)) or renewed_at < now() - silence)
    returning epoch into taken;
  return taken;
end
$$;

-- One batch of the router: rows and events in one round trip. Refused (VR001) where another holder has a higher epoch.
-- Returns the numbers of the events in their order; null where the batch had arrived before.
create function routing.persist(shard_name text, own_epoch bigint, own_batch bigint, change jsonb) returns bigint[]
  language plpgsql as $$
declare
  seqs bigint[];
begin
  perform set_config('role', 'vera_system', true);
  update routing.lease set batch = own_batch, renewed_at = now()
    where shard = shard_name and epoch = own_epoch and batch < own_batch;
  if not found then
    perform from routing.lease where shard = shard_name and epoch = own_epoch;
    if found then return null; end if;
    raise exception 'another router holds the shard %', shard_name using errcode = 'VR001';
  end if;
  perform routing.persist_waiting(change);
  perform routing.persist_offers(change, own_epoch);
  perform routing.persist_agents(change);
  -- The event log is the platform's; written here because a second round trip would delay every ring.
  with written as (
    insert into platform.event (at, type, tenant_id, key, data)
    select routing.at((e ->> 'at')::float8), e ->> 'type', (e ->> 'tenantId')::uuid, e ->> 'key', e -> 'data'
    from jsonb_array_elements(change -> 'events') with ordinality as list (e, n) order by n
    returning seq
  )
  select array_agg(seq order by seq) into seqs from written;
  return coalesce(seqs, '{}');
end
$$;

create function routing.persist_waiting(change jsonb) returns void language plpgsql as $$
begin
  if change ? 'waiting' then
    insert into routing.waiting (interaction_id, tenant_id, queue_id, channel, kind, callback_id, extra_priority, skills,
      last_agent_id, enqueued_at, queued_at, seq, not_before, status, excluded, card)
    select r."interactionId", r."tenantId", r."queueId", r.channel, r.kind, r."callbackId", r."extraPriority", r.skills,
      r."lastAgentId", routing.at(r."enqueuedAt"), routing.at(r."queuedAt"), r.seq, routing.at(r."notBefore"), r.status,
      r.excluded, r.card
    from jsonb_to_recordset(change -> 'waiting') as r("interactionId" uuid, "tenantId" uuid, "queueId" uuid, channel text,
      kind text, "callbackId" uuid, "extraPriority" int, skills jsonb, "lastAgentId" uuid, "enqueuedAt" float8,
      "queuedAt" float8, seq bigint, "notBefore" float8, status text, excluded jsonb, card jsonb)
    on conflict (interaction_id) do update set
      tenant_id = excluded.tenant_id, queue_id = excluded.queue_id, queued_at = excluded.queued_at,
      not_before = excluded.not_before, status = excluded.status, excluded = excluded.excluded, card = excluded.card;
  end if;
  if change ? 'waitingGone' then
    delete from routing.waiting
      where interaction_id in (select jsonb_array_elements_text(change -> 'waitingGone')::uuid);
  end if;
end
$$;

create function routing.persist_offers(change jsonb, own_epoch bigint) returns void language plpgsql as $$
begin
  -- Ends first: an interaction may be offered again in the same batch.
  if change ? 'offersEnded' then
    update routing.offer o set status = r.outcome, ended_at = routing.at(r.at)
    from jsonb_to_recordset(change -> 'offersEnded') as r("offerId" uuid, outcome text, at float8)
    where o.offer_id = r."offerId";
  end if;
  if change ? 'offers' then
    insert into routing.offer (offer_id, tenant_id, interaction_id, queue_id, agent_id, made_at, expires_at,
      idle_seq_before, idle_seq_given, status, ended_at, epoch)
    select r."offerId", r."tenantId", r."interactionId", r."queueId", r."agentId", routing.at(r."madeAt"),
      routing.at(r."expiresAt"), r."idleSeqBefore", r."idleSeqGiven", coalesce(e.outcome, 'pending'), routing.at(e.at),
      own_epoch
    from jsonb_to_recordset(change -> 'offers') as r("offerId" uuid, "tenantId" uuid, "interactionId" uuid,
      "queueId" uuid, "agentId" uuid, "madeAt" float8, "expiresAt" float8, "idleSeqBefore" bigint, "idleSeqGiven" bigint)
    left join jsonb_to_recordset(coalesce(change -> 'offersEnded', '[]'::jsonb))
      as e("offerId" uuid, outcome text, at float8) on e."offerId" = r."offerId";
  end if;
end
$$;

create function routing.persist_agents(change jsonb) returns void language plpgsql as $$
begin
  if change ? 'agents' then
    insert into routing.agent (agent_id, tenant_id, tenants, state, reason, since, next_state, next_reason, activity,
      activity_since, present, gone_at, idle_seq)
    select r."agentId", r."tenantId", r.tenants, r.state, r.reason, routing.at(r.since), r."nextState", r."nextReason",
      r.activity, routing.at(r."activitySince"), r.present, routing.at(r."goneAt"), r."idleSeq"
    from jsonb_to_recordset(change -> 'agents') as r("agentId" uuid, "tenantId" uuid, tenants uuid[], state text,
      reason text, since float8, "nextState" text, "nextReason" text, activity text, "activitySince" float8,
      present boolean, "goneAt" float8, "idleSeq" bigint)
    on conflict (agent_id) do update set
      tenant_id = excluded.tenant_id, tenants = excluded.tenants, state = excluded.state, reason = excluded.reason,
      since = excluded.since, next_state = excluded.next_state, next_reason = excluded.next_reason,
      activity = excluded.activity, activity_since = excluded.activity_since, present = excluded.present,
      gone_at = excluded.gone_at, idle_seq = excluded.idle_seq;
  end if;
  if change ? 'contacts' then
    insert into routing.contact (agent_id, interaction_id, tenant_id, queue_id, channel, kind, callback_id, since, offer_id,
      connected, disposed, card)
    select r."agentId", r."interactionId", r."tenantId", r."queueId", r.channel, r.kind, r."callbackId",
      routing.at(r.since), r."offerId", r.connected, r.disposed, r.card
    from jsonb_to_recordset(change -> 'contacts') as r("agentId" uuid, "interactionId" uuid, "tenantId" uuid,
      "queueId" uuid, channel text, kind text, "callbackId" uuid, since float8, "offerId" uuid, connected boolean,
      disposed boolean, card jsonb)
    on conflict (agent_id, interaction_id) do update set
      tenant_id = excluded.tenant_id, queue_id = excluded.queue_id, channel = excluded.channel, kind = excluded.kind,
      callback_id = excluded.callback_id, since = excluded.since, offer_id = excluded.offer_id,
      connected = excluded.connected, disposed = excluded.disposed, card = excluded.card;
  end if;
  if change ? 'contactsGone' then
    delete from routing.contact c
      using jsonb_to_recordset(change -> 'contactsGone') as r("agentId" uuid, "interactionId" uuid)
      where c.agent_id = r."agentId" and c.interaction_id = r."interactionId";
  end if;
  if change ? 'wrapUps' then
    insert into routing.wrap_up (agent_id, interaction_id, tenant_id, queue_id, channel, mode, started_at, deadline_at,
      extensions_left, overdue, disposed, card)
    select r."agentId", r."interactionId", r."tenantId", r."queueId", r.channel, r.mode, routing.at(r."startedAt"),
      routing.at(r."deadlineAt"), r."extensionsLeft", r.overdue, r.disposed, r.card
    from jsonb_to_recordset(change -> 'wrapUps') as r("agentId" uuid, "interactionId" uuid, "tenantId" uuid,
      "queueId" uuid, channel text, mode text, "startedAt" float8, "deadlineAt" float8, "extensionsLeft" int,
      overdue boolean, disposed boolean, card jsonb)
    on conflict (agent_id, interaction_id) do update set
      started_at = excluded.started_at, deadline_at = excluded.deadline_at, mode = excluded.mode,
      extensions_left = excluded.extensions_left, overdue = excluded.overdue, disposed = excluded.disposed;
  end if;
  if change ? 'wrapUpsGone' then
    delete from routing.wrap_up w
      using jsonb_to_recordset(change -> 'wrapUpsGone') as r("agentId" uuid, "interactionId" uuid)
      where w.agent_id = r."agentId" and w.interaction_id = r."interactionId";
  end if;
end
$$;
