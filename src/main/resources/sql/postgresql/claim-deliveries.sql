-- Claims due deliveries of one target in one statement: in turn (fair across creditors), in order within a group, and of a stored transmission only the first member.
-- What waited has negative turns, see Turns: what is not due yet lies behind the end of its part of the index and is not gone through.
-- What is paused stays as it is, and is not even asked about.
-- Plain subqueries, not anti-joins: the scan of the turns then stops at the limit, whatever the statistics say.
with fresh as (
  select d.id, d.turn as place from delivery d
  where d.target = :#target and d.turn >= 0 and d.due_at <= :#now
    and d.state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT')
    and (select p.name from pause p
      where p.kind = 'CREDITOR' and p.name = d.creditor_id or p.kind = 'AGENCY' and p.name = d.target limit 1) is null
    and (select e.id from delivery e
      where e.group_key = d.group_key and e.id < d.id and e.state not in ('DONE', 'CANCELLED') limit 1) is null
    and (d.state not in ('READY', 'WAITING') or (select f.id from delivery f
      where f.group_key = d.group_key and f.id > d.id and f.state in ('IN_FLIGHT', 'HANDED_OVER', 'UNKNOWN') limit 1) is null)
    and (d.transmission_id is null or (select s.id from delivery s
      where s.transmission_id = d.transmission_id and s.id < d.id
        and (s.state = 'IN_FLIGHT' or (s.state = 'WAITING' and d.state = 'WAITING')
          or (s.state in ('HANDED_OVER', 'UNKNOWN') and d.state <> 'WAITING')) limit 1) is null)
  order by d.turn
  limit :#limit
  for update of d skip locked
), rested as (
  select d.id, d.turn - :#rested as place from delivery d
  where d.target = :#target and d.turn <= :#restedUntil and d.due_at <= :#now
    and d.state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT')
    and (select p.name from pause p
      where p.kind = 'CREDITOR' and p.name = d.creditor_id or p.kind = 'AGENCY' and p.name = d.target limit 1) is null
    and (select e.id from delivery e
      where e.group_key = d.group_key and e.id < d.id and e.state not in ('DONE', 'CANCELLED') limit 1) is null
    and (d.state not in ('READY', 'WAITING') or (select f.id from delivery f
      where f.group_key = d.group_key and f.id > d.id and f.state in ('IN_FLIGHT', 'HANDED_OVER', 'UNKNOWN') limit 1) is null)
    and (d.transmission_id is null or (select s.id from delivery s
      where s.transmission_id = d.transmission_id and s.id < d.id
        and (s.state = 'IN_FLIGHT' or (s.state = 'WAITING' and d.state = 'WAITING')
          or (s.state in ('HANDED_OVER', 'UNKNOWN') and d.state <> 'WAITING')) limit 1) is null)
  order by d.turn
  limit :#limit
  for update of d skip locked
), chosen as (
  select id from (select id, place from fresh union all select id, place from rested) due
  order by place, id
  limit :#limit
)
update delivery u set
  purpose = case when u.state in ('READY', 'WAITING') or u.transmission_id is null then 'SEND' else 'INQUIRE' end,
  state = 'IN_FLIGHT', holder = :#holder, lease_until = :#leaseUntil, due_at = :#leaseUntil, updated_at = :#now
from chosen where u.id = chosen.id
returning u.*
