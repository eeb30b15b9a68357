-- A creditor may have several agencies, and reads each for itself: a job has its own row, cursor and lease for each far side,
-- which is an agency or the accounting system.
create table schedule_of_far_side (
    creditor_id varchar(40) not null references creditor (id),
    far_side varchar(40) not null,
    job varchar(30) not null,
    due_at timestamp with time zone not null,
    not_before timestamp with time zone,
    lease_until timestamp with time zone,
    holder varchar(80),
    cursor_at varchar(255),
    last_run_at timestamp with time zone,
    last_result varchar(1000),
    primary key (creditor_id, far_side, job)
);
insert into schedule_of_far_side (creditor_id, far_side, job, due_at, not_before, lease_until, holder, cursor_at, last_run_at,
  last_result)
select s.creditor_id,
  case when s.job in ('SCAN', 'CHANGES', 'SUBSCRIPTIONS', 'PROPOSALS', 'PAYOUTS') then 'tripletex' else c.agency end,
  s.job, s.due_at, s.not_before, s.lease_until, s.holder, s.cursor_at, s.last_run_at, s.last_result
from schedule s join creditor c on c.id = s.creditor_id;
drop table schedule;
alter table schedule_of_far_side rename to schedule;
