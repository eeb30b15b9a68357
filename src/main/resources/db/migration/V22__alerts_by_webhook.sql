-- Alerts are told by mail and by webhook; neither knows of the other. told_at is the mail's own mark.
alter table letter_alert add column hook_state varchar(10) default 'WAITING' not null;
alter table letter_alert add column hook_attempts integer default 0 not null;
alter table letter_alert add column hook_due_at timestamp with time zone;
create index letter_alert_by_hook on letter_alert (hook_state, id);
