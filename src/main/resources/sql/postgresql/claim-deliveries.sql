-- Claims due deliveries of one target in one statement: fair across its creditors, in order within a group, and of a stored transmission only the first member.
-- The conditions on d's own columns stand twice: rows that another node took meanwhile are checked again when they are locked.
with due as (
  select d.id, row_number() over (partition by d.creditor_id order by d.due_at, d.id) as turn
  from delivery d
  where d.target = :#target and d.due_at <= :#now
    and d.state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT')
    and not exists (select 1 from delivery e
      where e.group_key = d.group_key and e.id < d.id and e.state not in ('DONE', 'CANCELLED'))
    and (d.state not in ('READY', 'WAITING') or not exists (select 1 from delivery f
      where f.group_key = d.group_key and f.id > d.id and f.state in ('IN_FLIGHT', 'HANDED_OVER', 'UNKNOWN')))
    and (d.transmission_id is null or not exists (select 1 from delivery s
      where s.transmission_id = d.transmission_id and s.id < d.id
        and (s.state = 'IN_FLIGHT' or (s.state = 'WAITING' and d.state = 'WAITING')
          or (s.state in ('HANDED_OVER', 'UNKNOWN') and d.state <> 'WAITING'))))
), chosen as (
  select d.id from due join delivery d on d.id = due.id
  where d.state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT') and d.due_at <= :#now
  order by due.turn, due.id
  limit :#limit
  for update of d skip locked
)
update delivery u set
  purpose = case when u.state in ('READY', 'WAITING') or u.transmission_id is null then 'SEND' else 'INQUIRE' end,
  state = 'IN_FLIGHT', holder = :#holder, lease_until = :#leaseUntil, due_at = :#leaseUntil, updated_at = :#now
from chosen where u.id = chosen.id
returning u.*
