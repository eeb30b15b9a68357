-- Keys that bodies are encrypted with, themselves encrypted with the master key, which is never here. One row, from the first start.
-- swept_*: how far the rows have been gone through since changed_at, so that each is under the newest key.
create table data_keys (
    id integer primary key,
    content varchar not null,
    changed_at timestamp with time zone not null,
    swept_column varchar(40),
    swept_creditor varchar(40),
    swept_id varchar(80),
    swept_at timestamp with time zone
);
