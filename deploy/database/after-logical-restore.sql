-- Run once, as the owner of the database and before Vera starts, after pg_restore into another PostgreSQL cluster.
-- Events carry the number of the transaction that wrote them, and durable subscribers read in that order. The numbers of
-- another cluster mean nothing here: the old events get one number below every new one, and each subscriber stands
-- before the first event it had not read. Some events are read twice, which their readers allow.
begin;

create temporary table standing on commit drop as
select s.name,
  coalesce(
    (select min(e.seq) - 1 from platform.event e where (e.transaction, e.seq) > (s.transaction, s.seq)),
    (select max(e.seq) from platform.event e),
    0
  ) as seq
from platform.subscription s;

alter table platform.event disable trigger append_only;
update platform.event set transaction = '3'::xid8;
alter table platform.event enable trigger append_only;

update platform.subscription s
set transaction = '3'::xid8, seq = standing.seq, updated_at = now()
from standing
where standing.name = s.name;

commit;
