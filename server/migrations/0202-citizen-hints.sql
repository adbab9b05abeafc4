-- What a list shows beside a name to tell namesakes apart: the last digits of the document and of the preferred telephone.
-- Kept on the person's row, or each line of a search would read four more pages.
alter table citizens.citizen add column document_end text, add column phone_end text;

create function citizens.refresh_hints(of_citizen uuid) returns void language sql as $$
  update citizens.citizen c set
    document_end = right((
      select coalesce(max(i.document), max(i.value)) from citizens.identifier i where i.citizen_id = of_citizen), 3),
    phone_end = right((
      select coalesce(max(p.value) filter (where p.preferred), min(p.value)) from citizens.contact_point p
      where p.citizen_id = of_citizen and p.kind = 'phone'), 4)
  where c.id = of_citizen
$$;

create function citizens.refresh_hints_of_row() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform citizens.refresh_hints(old.citizen_id);
  end if;
  if tg_op <> 'DELETE' then
    perform citizens.refresh_hints(new.citizen_id);
  end if;
  return null;
end
$$;
create trigger refresh_hints after insert or update or delete on citizens.identifier
  for each row execute function citizens.refresh_hints_of_row();
create trigger refresh_hints after insert or update or delete on citizens.contact_point
  for each row execute function citizens.refresh_hints_of_row();

update citizens.citizen c set document_end = d.document_end, phone_end = p.phone_end
from (select citizen_id, right(coalesce(max(document), max(value)), 3) as document_end
      from citizens.identifier group by citizen_id) d
  full join (select citizen_id, right(coalesce(max(value) filter (where preferred), min(value)), 4) as phone_end
      from citizens.contact_point where kind = 'phone' group by citizen_id) p using (citizen_id)
where c.id = coalesce(d.citizen_id, p.citizen_id);
