-- other_content: the same keys encrypted with the other master key, while one takes the place of another.
-- swept_by, swept_until: which node goes through the rows now. swept_rows, swept_unread: how many it has sealed anew, and could not open.
alter table data_keys add column other_content varchar;
alter table data_keys add column swept_by varchar(80);
alter table data_keys add column swept_until timestamp with time zone;
alter table data_keys add column swept_rows bigint default 0 not null;
alter table data_keys add column swept_unread bigint default 0 not null;
