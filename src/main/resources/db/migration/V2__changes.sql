-- What was made of the postings on the receivable of a claim's invoice since it was handed over: each is told once, and our
-- own bookings never. Postings that were part of what was handed over stand in the submission itself.
create table claim_posting (
    claim_key varchar(40) not null references claim (claim_key),
    submission integer not null,
    posting_id bigint not null,
    voucher_id bigint,
    booked_on date,
    amount_ore bigint not null,
    close_group bigint,
    fate varchar(20) not null,
    standing boolean not null,
    round integer not null,
    told_ore bigint not null,
    seen_at timestamp with time zone not null,
    primary key (claim_key, submission, posting_id)
);
