-- Number of the voucher that Tripletex makes of a payment on an invoice: its answer to the payment does not tell it, the next
-- reading of the invoice does.
alter table booking add column payment_voucher varchar(40);
