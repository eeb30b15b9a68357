-- A job that somebody has asked for, so that anybody sees how far it has come: when and by whom, when its last run began, and
-- when what was asked for was done. Machine time.
alter table schedule add column asked_at timestamp with time zone;
alter table schedule add column asked_by varchar(80);
alter table schedule add column begun_at timestamp with time zone;
alter table schedule add column answered_at timestamp with time zone;
-- Pages ask every second whether a run has begun or ended.
create index schedule_begun on schedule (begun_at);
create index schedule_ran on schedule (last_run_at);
