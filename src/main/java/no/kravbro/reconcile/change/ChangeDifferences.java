package no.kravbro.reconcile.change;

import java.util.List;
import no.kravbro.claim.change.Change;
import no.kravbro.creditor.Creditor;
import no.kravbro.reconcile.Differences;
import org.springframework.stereotype.Component;

/** Changes that no agency is to hear of leave a difference between the two sides, until they are put right. */
@Component
class ChangeDifferences {

    private static final String WRITTEN_OFF = "WRITTEN_OFF";
    private static final String AGENCY_MONEY = "AGENCY_MONEY_ON_DEBTOR";
    private static final String UNMATCHED = "UNMATCHED";
    private static final String UNCLEAR = "UNCLEAR_POSTING";
    private static final List<String> ALL = List.of(WRITTEN_OFF, AGENCY_MONEY, UNMATCHED, UNCLEAR);

    private final Differences differences;

    ChangeDifferences(Differences differences) {
        this.differences = differences;
    }

    void of(Creditor creditor, FollowedClaim claim, Change change) {
        String subject = claim.key() + "/posting-" + change.postingId();
        if (change instanceof Change.PutRight right) {
            // A loss stays a loss though it is matched.
            List<String> over = right.posting().standing() ? List.of(UNMATCHED, UNCLEAR) : ALL;
            over.forEach(cause -> differences.close(creditor.id(), cause, subject));
        } else if (change instanceof Change.WriteOff) {
            differences.open(Differences.Found.loss(
                    creditor.id(), claim.key(), "posting-" + change.postingId(), change.amountOre()));
        } else {
            differences.open(new Differences.Found(
                    creditor.id(), claim.key(), cause(change), subject, change.amountOre(), detail(change)));
        }
    }

    private static String cause(Change change) {
        if (change instanceof Change.AgencyMoney) {
            return AGENCY_MONEY;
        }
        return change instanceof Change.Unmatched ? UNMATCHED : UNCLEAR;
    }

    private static String detail(Change change) {
        if (change instanceof Change.Unclear unclear) {
            return switch (unclear.why()) {
                case UNKNOWN_KIND -> "Posted on the invoice, and no payment, credit or write-off for certain";
                case RAISED -> "The receivable was raised after the claim was handed over";
                case GONE -> "A posting that the claim rests on stands on the invoice no more";
            };
        }
        return change instanceof Change.Unmatched
                ? "The matching with the invoice was opened"
                : "The agency's money was booked on the debtor";
    }
}
