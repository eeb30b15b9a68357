package no.kravbro.agency;

import java.util.Collection;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.ClaimRow;

/**
 * What decides about the things that can be done with a case now.
 *
 * @param opened the agency has opened its case
 * @param disputed the debtor objects to all of it
 * @param answerable an objection waits for the creditor's answer
 * @param allowed the agency's own list for this case; empty = it gave none
 */
public record CaseFacts(Stage stage, boolean opened, boolean disputed, boolean answerable, Collection<String> allowed) {

    /** How the agency names an objection among the flags of a case. */
    public static final String DISPUTED = "DISPUTED";

    /** A claim that was accepted and of which no stage has been told yet is RECEIVED. */
    public static CaseFacts of(ClaimRow claim, boolean disputed, boolean answerable) {
        return new CaseFacts(
                claim.stage() == null ? Stage.RECEIVED : claim.stage(),
                claim.agencyCase() != null,
                disputed,
                answerable,
                claim.allowedActions());
    }
}
