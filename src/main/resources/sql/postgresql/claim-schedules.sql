-- Claims due jobs: due_at is business time, not_before and lease_until are machine time. A process holds two jobs per far side
-- at most, those it holds already counted first: one that is silent holds up the jobs of no other. Both sides are compared
-- after everything that is due to be read of a creditor, there and in its books, was read, or was tried and failed; where an
-- agency tells balances with its cases, that reading compares.
with ranked as (
  select s.creditor_id, s.far_side, s.job, row_number() over (
    partition by s.far_side
    order by case when s.lease_until > :#now then 0 else 1 end, s.due_at, s.creditor_id, s.job) as place
  from schedule s
  where (s.lease_until > :#now and position(:#process in s.holder) = 1)
    or ((s.lease_until is null or s.lease_until <= :#now)
      and s.due_at <= :#businessNow and (s.not_before is null or s.not_before <= :#now)
      and not ((s.job = 'BALANCES' or s.job = 'CASES' and not exists (select 1 from schedule b
          where b.creditor_id = s.creditor_id and b.far_side = s.far_side and b.job = 'BALANCES'))
        and exists (select 1 from schedule o where o.creditor_id = s.creditor_id
        and (o.far_side = s.far_side and o.job in ('PAYMENTS', 'SETTLEMENTS') or o.job in ('SCAN', 'CHANGES', 'PROPOSALS'))
        and (o.lease_until > :#now or o.due_at <= :#businessNow and (o.not_before is null or o.not_before <= :#now)))))
),
chosen as (
  select s.creditor_id, s.far_side, s.job from schedule s
  join ranked r on r.creditor_id = s.creditor_id and r.far_side = s.far_side and r.job = s.job
  where r.place <= :#perFarSide
    and s.due_at <= :#businessNow and (s.not_before is null or s.not_before <= :#now)
    and (s.lease_until is null or s.lease_until <= :#now)
  order by s.due_at, s.creditor_id, s.job, s.far_side limit :#limit for update of s skip locked
)
update schedule u set lease_until = :#leaseUntil, holder = :#holder, begun_at = :#now
from chosen where u.creditor_id = chosen.creditor_id and u.far_side = chosen.far_side and u.job = chosen.job
returning u.*
