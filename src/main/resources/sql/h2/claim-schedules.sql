-- Claims due jobs: due_at is business time, not_before and lease_until are machine time.
select * from final table (
  update schedule set lease_until = :#leaseUntil, holder = :#holder
  where due_at <= :#businessNow and (not_before is null or not_before <= :#now)
    and (lease_until is null or lease_until <= :#now)
    and (creditor_id, job) in (
      select s.creditor_id, s.job from schedule s
      where s.due_at <= :#businessNow and (s.not_before is null or s.not_before <= :#now)
        and (s.lease_until is null or s.lease_until <= :#now)
      order by s.due_at, s.creditor_id, s.job fetch first :#limit rows only
    )
)
