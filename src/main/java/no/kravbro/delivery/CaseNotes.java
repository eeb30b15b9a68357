package no.kravbro.delivery;

/** What an agency tells of a case: what is another than before goes on the claim's timeline, then the claim follows. */
final class CaseNotes {

    /** Whose case it is shows by the first reference that we and they both know; a claim may have had another case before. */
    static final String OURS =
            """
            claim_key = :key and agency = :agency and state in ('ACCEPTED', 'CLOSED')
              and coalesce(agency_case = :case, case_number = :number, agency_invoice = :invoice, true)""";
    /** What is another than before, on the claim's timeline, in the same transaction. */
    static final String NOTE =
            """
            insert into timeline (claim_key, at, what, reference, happened_on, amount_ore)
            select claim_key, :now, n.what, case n.what when 'CASE_STAGE' then cast(:stage as varchar(20))
                when 'CASE_FLAGS' then cast(:flags as varchar(100)) end, cast(:on as date),
              case n.what when 'CASE_BALANCE' then cast(:principal as bigint) end
            from claim cross join (values ('CASE_STAGE'), ('CASE_FLAGS'), ('CASE_BALANCE')) n (what)
            where (n.what = 'CASE_STAGE' and coalesce(stage, '') <> coalesce(cast(:stage as varchar(20)), stage, '')
                or n.what = 'CASE_FLAGS' and coalesce(flags, '') <> :flags
                or n.what = 'CASE_BALANCE'
                  and coalesce(agency_principal_ore, -1) <> coalesce(cast(:principal as bigint), agency_principal_ore, -1))
              and
            """
                    + OURS;

    /** What it says is taken over. */
    static final String FOLLOW =
            """
            update claim set stage = coalesce(:stage, stage), flags = :flags, allowed_actions = :allowed,
              close_reason = coalesce(:reason, close_reason), case_number = coalesce(:number, case_number),
              agency_case = coalesce(:case, agency_case), agency_invoice = coalesce(:invoice, agency_invoice),
              agency_principal_ore = coalesce(:principal, agency_principal_ore),
              remaining_ore = coalesce(:remaining, remaining_ore),
              free_withdrawal_until = coalesce(:free, free_withdrawal_until),
              state = case when state = 'ACCEPTED' and :stage = 'CLOSED' then 'CLOSED' else state end,
              updated_at = case when state = 'CLOSED' and stage = coalesce(:stage, stage)
                and coalesce(close_reason, '') = coalesce(:reason, close_reason, '')
                and coalesce(agency_principal_ore, -1) = coalesce(:principal, agency_principal_ore, -1) then updated_at else :now end
            where
            """
                    + OURS;

    private CaseNotes() {}
}
