-- Claims due jobs: due_at is business time, not_before and lease_until are machine time.
with chosen as (
  select creditor_id, job from schedule
  where due_at <= :#businessNow and (not_before is null or not_before <= :#now)
    and (lease_until is null or lease_until <= :#now)
  order by due_at, creditor_id, job limit :#limit for update skip locked
)
update schedule u set lease_until = :#leaseUntil, holder = :#holder
from chosen where u.creditor_id = chosen.creditor_id and u.job = chosen.job
returning u.*
