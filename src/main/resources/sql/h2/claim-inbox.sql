-- Takes up inbox rows whose holder died before their work was done; each goes to one node.
-- A merge, because H2 would ask which ones these are once more for each row that an update goes through.
select * from final table (
  merge into inbox u using (
    select i.id from inbox i where i.state = 'NEW' and i.lease_until <= :#now order by i.id fetch first :#limit rows only
  ) c on (u.id = c.id)
  when matched and u.state = 'NEW' and u.lease_until <= :#now then update set lease_until = :#leaseUntil
)
