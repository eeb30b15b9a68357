-- Where the payout of a remittance stands, as far as the creditor's own bank postings tell.
alter table remittance add column payout_state varchar(12) default 'EXPECTED' not null;
alter table remittance add column arrived_ore bigint default 0 not null;
alter table remittance add column arrived_on date;

-- Postings of others on the interim account that were recognised as a payout, or a part of one.
create table payout_posting (
    creditor_id varchar(40) not null references creditor (id),
    posting_id bigint not null,
    agency varchar(40) not null,
    remittance varchar(80) not null,
    voucher_id bigint not null,
    posted_on date not null,
    amount_ore bigint not null,
    seen_at timestamp with time zone not null,
    primary key (creditor_id, posting_id)
);
create index payout_posting_by_remittance on payout_posting (creditor_id, agency, remittance);

-- What the accounting system's users were last told of a claim, or would be told: told again only when it changes.
create table claim_status (
    claim_key varchar(40) primary key references claim (claim_key),
    content varchar not null,
    noted_at timestamp with time zone not null
);
