-- Takes up inbox rows whose holder died before their work was done; each goes to one node.
select * from final table (
  update inbox set lease_until = :#leaseUntil
  where state = 'NEW' and lease_until <= :#now
    and id in (select i.id from inbox i where i.state = 'NEW' and i.lease_until <= :#now order by i.id fetch first :#limit rows only)
)
