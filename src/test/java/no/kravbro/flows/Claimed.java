package no.kravbro.flows;

import java.util.List;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;

/** A claim that the agency has accepted. */
record Claimed(
        String key, String creditorId, long invoiceId, String invoiceNumber, String caseNumber, long principalOre) {

    /** Claims of a creditor of which nothing is paid yet, in the order of their keys. */
    static List<Claimed> untouched(World world, String creditorId) {
        return world.sql()
                .sql(
                        """
                        select claim_key, creditor_id, invoice_id, invoice_number, coalesce(case_number, '1') as case_no, principal_ore
                        from claim c where state = 'ACCEPTED' and creditor_id = :creditor
                          and not exists (select 1 from booking b where b.claim_key = c.claim_key) order by claim_key""")
                .param("creditor", creditorId)
                .query((row, number) -> new Claimed(
                        row.getString("claim_key"),
                        row.getString("creditor_id"),
                        row.getLong("invoice_id"),
                        row.getString("invoice_number"),
                        row.getString("case_no"),
                        row.getLong("principal_ore")))
                .list();
    }

    /** A claim whatever was paid of it. */
    static Claimed of(World world, String key) {
        ClaimRow claim = world.bean(Claims.class).find(key).orElseThrow();
        return new Claimed(
                key,
                claim.creditorId(),
                claim.invoiceId(),
                claim.invoiceNumber(),
                claim.caseNumber() == null ? "1" : claim.caseNumber(),
                claim.principalOre());
    }

    static Claimed next(World world, String creditorId) {
        return untouched(world, creditorId).get(0);
    }
}
