-- Claims due jobs: due_at is business time, not_before and lease_until are machine time. A process holds two jobs per far side
-- at most, those it holds already counted first: one that is silent holds up the jobs of no other. Both sides are compared
-- after everything that is due to be read of a creditor was read, or was tried and failed.
select * from final table (
  update schedule set lease_until = :#leaseUntil, holder = :#holder
  where due_at <= :#businessNow and (not_before is null or not_before <= :#now)
    and (lease_until is null or lease_until <= :#now)
    and (creditor_id, job) in (
      select r.creditor_id, r.job from (
        select s.creditor_id, s.job, s.due_at, s.lease_until, row_number() over (
          partition by case when s.job in ('SCAN', 'CHANGES', 'SUBSCRIPTIONS', 'PROPOSALS', 'PAYOUTS') then 'tripletex' else c.agency end
          order by case when s.lease_until > :#now then 0 else 1 end, s.due_at, s.creditor_id, s.job) as place
        from schedule s join creditor c on c.id = s.creditor_id
        where (s.lease_until > :#now and position(:#process in s.holder) = 1)
          or ((s.lease_until is null or s.lease_until <= :#now)
            and s.due_at <= :#businessNow and (s.not_before is null or s.not_before <= :#now)
            and not (s.job = 'BALANCES' and exists (select 1 from schedule o where o.creditor_id = s.creditor_id
              and o.job in ('SCAN', 'CHANGES', 'PAYMENTS', 'SETTLEMENTS', 'PROPOSALS')
              and (o.lease_until > :#now or o.due_at <= :#businessNow and (o.not_before is null or o.not_before <= :#now)))))
      ) r
      where (r.lease_until is null or r.lease_until <= :#now) and r.place <= :#perFarSide
      order by r.due_at, r.creditor_id, r.job fetch first :#limit rows only
    )
)
