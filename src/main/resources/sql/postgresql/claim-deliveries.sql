-- Claims due deliveries in one statement: fair across targets and their creditors, in order within a group, first member of a stored transmission only.
-- The conditions on d's own columns stand twice: rows that another node took meanwhile are checked again when they are locked.
with due as (
  select d.id, d.target, row_number() over (partition by d.target, d.creditor_id order by d.due_at, d.id) as turn
  from delivery d
  where d.state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT') and d.due_at <= :#now
    and not exists (select 1 from delivery e
      where e.group_key = d.group_key and e.id < d.id and e.state not in ('DONE', 'CANCELLED'))
    and (d.state not in ('READY', 'WAITING') or not exists (select 1 from delivery f
      where f.group_key = d.group_key and f.id > d.id and f.state in ('IN_FLIGHT', 'HANDED_OVER', 'UNKNOWN')))
    and (d.transmission_id is null or not exists (select 1 from delivery s
      where s.transmission_id = d.transmission_id and s.id < d.id
        and (s.state = 'IN_FLIGHT' or (s.state = 'WAITING' and d.state = 'WAITING')
          or (s.state in ('HANDED_OVER', 'UNKNOWN') and d.state <> 'WAITING'))))
), fair as (
  select id, row_number() over (partition by target order by turn, id) as turn from due
), chosen as (
  select d.id from fair c join delivery d on d.id = c.id
  where d.state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT') and d.due_at <= :#now
  order by c.turn, c.id
  limit :#limit
  for update of d skip locked
)
update delivery u set
  purpose = case when u.state in ('READY', 'WAITING') or u.transmission_id is null then 'SEND' else 'INQUIRE' end,
  state = 'IN_FLIGHT', holder = :#holder, lease_until = :#leaseUntil, due_at = :#leaseUntil, updated_at = :#now
from chosen where u.id = chosen.id
returning u.*
