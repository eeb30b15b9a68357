package no.kravbro.transfer.choose;

import java.time.Instant;
import java.time.LocalDate;
import no.kravbro.claim.decision.KeptBack;

/**
 * Something a creditor keeps back, or kept back once.
 *
 * @param until first day on which it may go again, or null
 * @param liftedBy who has lifted it, or null while it holds
 */
public record Exclusion(
        long id,
        String creditorId,
        KeptBack.Kind kind,
        String number,
        LocalDate until,
        String reason,
        String madeBy,
        Instant madeAt,
        String liftedBy,
        String liftedWhy,
        Instant liftedAt) {

    public boolean isLifted() {
        return liftedBy != null;
    }

    KeptBack keptBack() {
        return new KeptBack(kind, number, until, reason);
    }
}
