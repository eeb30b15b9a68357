-- What pages read of very many rows: in the order in which it is shown, and counted without going through the rows.
drop index invoice_by_decision;
create index invoice_by_decision on invoice (creditor_id, decision, invoice_id);
create index claim_counted on claim (agency, state, stage, creditor_id, principal_ore, created_at);
create index booking_counted on booking (state, creditor_id, net_ore, voucher_id);
