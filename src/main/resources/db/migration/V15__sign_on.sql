-- People whom the company's own issuer of logins has named: hash of issuer and of its number for them. Null: made here.
alter table app_user add column origin varchar(64);
create unique index app_user_by_origin on app_user (origin);
