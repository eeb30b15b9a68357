-- Takes up inbox rows whose holder died before their work was done; each goes to one node.
with chosen as (
  select id from inbox where state = 'NEW' and lease_until <= :#now order by id limit :#limit for update skip locked
)
update inbox u set lease_until = :#leaseUntil from chosen where u.id = chosen.id
returning u.*
