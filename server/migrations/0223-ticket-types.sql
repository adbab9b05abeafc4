-- What may be opened: the kind, what is asked, and the terms. Found by the topic (or the nearest above it) and by the
-- organism (or the nearest above it). The catalogue is public; its versions count, so that a ticket says which one it met.
create table tickets.ticket_type (
  id uuid primary key,
  tenant_id uuid not null references tenants.tenant (id),
  -- null: any topic.
  topic_id uuid references tenants.topic (id),
  name text not null,
  kind text not null check (kind in ('enquiry', 'service-claim', 'complaint', 'report', 'suggestion', 'praise', 'request')),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  -- [{"code", "datatype", "label", "required", "hint", "values": [{"key", "name"}], "onlyIf": {"code", "value"}}]
  questions jsonb not null default '[]',
  -- Terms in open seconds; null: none.
  first_response_seconds int check (first_response_seconds > 0),
  update_seconds int check (update_seconds > 0),
  solution_seconds int check (solution_seconds > 0),
  -- "5 días hábiles": what a citizen is told.
  published_time text,
  active boolean not null default true,
  version int not null default 1,
  unique (tenant_id, name)
);
create unique index ticket_type_topic on tickets.ticket_type (tenant_id, topic_id) nulls not distinct where active;
select platform.protect('tickets.ticket_type');
create policy catalogue_read on tickets.ticket_type for select to vera_app using (active);

alter table tickets.ticket
  add column type_id uuid references tickets.ticket_type (id),
  add column type_version int,
  -- [{"code", "label", "value"}]: as they were asked.
  add column answers jsonb not null default '[]';

-- The nearest topic decides before the nearest organism. Security definer: the topics above may be out of sight.
create function tickets.type_for(of_tenant uuid, of_topic uuid) returns uuid
  language sql stable security definer set search_path = '' as $$
  with recursive chain as (
    select p.id, p.parent_id, 1 as depth from tenants.topic p where p.id = of_topic
    union all
    select p.id, p.parent_id, c.depth + 1 from tenants.topic p join chain c on p.id = c.parent_id)
  select y.id from tickets.ticket_type y
  join tenants.tenant t on t.id = of_tenant and y.tenant_id = any (t.path)
  left join chain c on c.id = y.topic_id
  where y.active and (y.topic_id is null or c.id is not null)
  order by c.depth nulls last, array_position(t.path, y.tenant_id) desc limit 1
$$;
revoke execute on function tickets.type_for(uuid, uuid) from public;
grant execute on function tickets.type_for(uuid, uuid) to vera_app, vera_system;
