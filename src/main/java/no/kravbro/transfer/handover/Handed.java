package no.kravbro.transfer.handover;

import java.util.List;
import no.kravbro.claim.decision.Reason;

/**
 * What became of one chosen invoice.
 *
 * @param refusal why it did not go, or null when it is on its way
 * @param reasons where the decision stands against it
 */
public record Handed(long invoiceId, String claimKey, Refusal refusal, List<Reason> reasons) {

    /** Why an invoice was not handed over; words under {@code handover.<code>}. */
    public enum Refusal {
        /** It has not been read from the accounting system. */
        NOT_READ,
        /** The creditor is in dry run. */
        DRY_RUN,
        /** It is not as it was shown. */
        CHANGED,
        /** The agency cannot be asked to start with this step. */
        TAKEOVER,
        /** Another agency has given it back: that is decided invoice by invoice, not among others. */
        ONE_BY_ONE,
        /** Rules stand against it. */
        DECIDED;

        /** Key of its words. */
        public String key() {
            return "handover." + name();
        }
    }

    static Handed refused(long invoiceId, Refusal refusal, List<Reason> reasons) {
        return new Handed(invoiceId, null, refusal, reasons);
    }

    static Handed gone(long invoiceId, String claimKey) {
        return new Handed(invoiceId, claimKey, null, List.of());
    }
}
