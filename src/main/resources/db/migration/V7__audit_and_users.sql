-- What people and programs have done, refusals and looks included. Rows are only added; each holds the hash of the one before.
create table audit (
    number bigint primary key,
    at timestamp with time zone not null,
    who varchar(80) not null,
    roles varchar(200) not null,
    via varchar(10) not null,
    deed varchar(40) not null,
    subject varchar(200) not null,
    creditor_id varchar(40),
    before_state varchar(2000),
    after_state varchar(2000),
    reason varchar(2000),
    plan varchar(80),
    outcome varchar(10) not null,
    detail varchar(2000),
    previous varchar(64) not null,
    hash varchar(64) not null
);
create index audit_by_who on audit (who, number);
create index audit_by_deed on audit (deed, number);
create index audit_by_subject on audit (subject, number);

-- The end of the chain: one row, locked while the next is added, so that any number of nodes make one chain.
create table audit_head (
    id integer primary key,
    number bigint not null,
    hash varchar(64) not null
);

-- People who may log in. Version: raised with every change that must end their sessions.
create table app_user (
    name varchar(80) primary key,
    display_name varchar(120) not null,
    password varchar(200) not null,
    state varchar(10) not null,
    version integer not null,
    demonstration boolean not null,
    created_at timestamp with time zone not null,
    changed_at timestamp with time zone not null,
    last_login_at timestamp with time zone
);

create table app_user_role (
    name varchar(80) not null references app_user (name),
    role varchar(20) not null,
    primary key (name, role)
);

-- Creditors that an accountant is bound to.
create table app_user_creditor (
    name varchar(80) not null references app_user (name),
    creditor_id varchar(40) not null,
    primary key (name, creditor_id)
);

-- Logins that failed in a row, by account and by address, on whatever node.
create table login_failure (
    subject varchar(120) primary key,
    failures integer not null,
    blocked_until timestamp with time zone,
    last_at timestamp with time zone not null
);

-- One-time links by which a person chooses a password; only their hashes are kept. Name: null for the first administrator.
create table invitation (
    token_hash varchar(64) primary key,
    name varchar(80),
    expires_at timestamp with time zone not null
);

-- What the list of claims shows first.
create index claim_by_age on claim (created_at desc, claim_key);
