-- All that decides when a calendar is open, as one value. Security definer: a ticket's clock runs over the offices of
-- several organisms, and when an office attends is public. Only these rules come out, nothing else of the calendar.
create function tenants.hours_rules(of_tenant uuid, of_calendar uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'zone', coalesce(c.zone, t.zone),
    'alwaysOpen', c.always_open,
    'week', coalesce((
      select jsonb_agg(jsonb_build_object('weekday', b.weekday, 'start', b.start_minute, 'end', b.end_minute)
        order by b.weekday, b.start_minute)
      from tenants.calendar_block b where b.calendar_id = c.id), '[]'),
    'exceptions', coalesce((
      select jsonb_agg(jsonb_build_object('firstDay', e.first_day, 'lastDay', e.last_day, 'effect', e.effect,
        'spans', e.spans, 'name', e.name) order by e.position)
      from tenants.calendar_exception e where e.calendar_id = c.id), '[]'),
    'holidays', case when c.observes_holidays then coalesce((
      select jsonb_agg(jsonb_build_object('day', h.day, 'name', h.name, 'start', h.start_minute, 'end', h.end_minute)
        order by h.day, h.start_minute, h.name)
      from tenants.holiday h where tenants.holiday_closes(h, t)), '[]') else '[]' end)
  from tenants.calendar c join tenants.tenant t on t.id = c.tenant_id
  where c.tenant_id = of_tenant and (c.id = of_calendar or (of_calendar is null and c.is_default))
$$;
revoke execute on function tenants.hours_rules(uuid, uuid) from public;
grant execute on function tenants.hours_rules(uuid, uuid) to vera_app, vera_system;
