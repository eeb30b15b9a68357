-- When something came last from a far side, for one creditor: one step in the index for each kind of thing, however much has come.
create index inbox_by_creditor on inbox (creditor_id, source, received_at desc);
