-- What is found at an agency carries its name, so that two agencies' findings of one key are two, and each ends by its own reading.
-- One that was found before there were several is the creditor's only agency's.
update difference set subject = case
    when detail like '%_ ' || subject then substring(detail from 1 for position(' ' in detail))
    else (select c.agency from creditor c where c.id = creditor_id) || ' ' end || subject
where claim_key is null and cause in ('WRONG_CREDITOR', 'MISSING_IN_TRIPLETEX', 'DUPLICATE_CASE');
update task set subject = agency || ' ' || subject where kind = 'CHECK_FEE';
