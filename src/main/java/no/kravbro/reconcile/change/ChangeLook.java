package no.kravbro.reconcile.change;

import java.util.Map;
import java.util.Set;
import no.kravbro.claim.Invoice;

/**
 * What a first look at invoices just read has shown.
 *
 * @param news those of claims whose invoices are not as they were remembered, by claim key
 * @param strange vouchers that must be read before it can be said what has happened
 * @param moved something that is known has gone, come back or been matched otherwise
 */
public record ChangeLook(Map<String, Invoice> news, Set<Long> strange, boolean moved) {

    public ChangeLook {
        news = Map.copyOf(news);
        strange = Set.copyOf(strange);
    }

    public boolean quiet() {
        return news.isEmpty();
    }

    /** False while all that is new are bookings of our own. */
    public boolean worth() {
        return moved || !strange.isEmpty();
    }
}
