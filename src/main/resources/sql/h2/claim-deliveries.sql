-- Claims due deliveries of one target in one statement: in turn (fair across creditors), in order within a group, and of a stored transmission only the first member.
-- What waited has negative turns, see Turns: what is not due yet lies behind the end of its part of the index and is not gone through.
-- The conditions on the row's own columns stand twice: rows that another thread took meanwhile are checked again when they are locked.
-- What is paused stays as it is, and is not even asked about.
-- There the states are those that are not open: as a list of the open ones H2 would go through all open rows at every look.
-- A merge, because H2 would ask which ones are due once more for each row that an update goes through.
select * from final table (
  merge into delivery u using (
      select due.id from (
        (select d.id, d.turn as place from delivery d
        where d.target = :#target and d.turn >= 0 and d.due_at <= :#now
        and d.state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT')
        and not exists (select 1 from pause p
          where p.kind = 'CREDITOR' and p.name = d.creditor_id or p.kind = 'AGENCY' and p.name = d.target)
        and not exists (select 1 from delivery e
          where e.group_key = d.group_key and e.id < d.id and e.state not in ('DONE', 'CANCELLED'))
        and (d.state not in ('READY', 'WAITING') or not exists (select 1 from delivery f
          where f.group_key = d.group_key and f.id > d.id and f.state in ('IN_FLIGHT', 'HANDED_OVER', 'UNKNOWN')))
        and (d.transmission_id is null or not exists (select 1 from delivery s
          where s.transmission_id = d.transmission_id and s.id < d.id
            and (s.state = 'IN_FLIGHT' or (s.state = 'WAITING' and d.state = 'WAITING')
              or (s.state in ('HANDED_OVER', 'UNKNOWN') and d.state <> 'WAITING'))))
        order by d.target, d.turn
        fetch first :#limit rows only)
        union all
        (select d.id, d.turn - :#rested as place from delivery d
        where d.target = :#target and d.turn <= :#restedUntil and d.due_at <= :#now
        and d.state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT')
        and not exists (select 1 from pause p
          where p.kind = 'CREDITOR' and p.name = d.creditor_id or p.kind = 'AGENCY' and p.name = d.target)
        and not exists (select 1 from delivery e
          where e.group_key = d.group_key and e.id < d.id and e.state not in ('DONE', 'CANCELLED'))
        and (d.state not in ('READY', 'WAITING') or not exists (select 1 from delivery f
          where f.group_key = d.group_key and f.id > d.id and f.state in ('IN_FLIGHT', 'HANDED_OVER', 'UNKNOWN')))
        and (d.transmission_id is null or not exists (select 1 from delivery s
          where s.transmission_id = d.transmission_id and s.id < d.id
            and (s.state = 'IN_FLIGHT' or (s.state = 'WAITING' and d.state = 'WAITING')
              or (s.state in ('HANDED_OVER', 'UNKNOWN') and d.state <> 'WAITING'))))
        order by d.target, d.turn
        fetch first :#limit rows only)
      ) due
      order by due.place, due.id
      fetch first :#limit rows only
    ) c on (u.id = c.id)
  when matched and u.due_at <= :#now and u.state not in ('DONE', 'DEAD', 'CANCELLED') then update set
    purpose = case when u.state in ('READY', 'WAITING') or u.transmission_id is null then 'SEND' else 'INQUIRE' end,
    state = 'IN_FLIGHT', holder = :#holder, lease_until = :#leaseUntil, due_at = :#leaseUntil, updated_at = :#now
)
