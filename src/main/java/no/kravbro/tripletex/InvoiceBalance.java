package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import no.kravbro.money.Money;

/**
 * What an invoice shows after a booking.
 *
 * @param outstandingOre principal still open, negative when overpaid
 * @param postings ids of what is posted on it, in the accounting system's own view
 * @param matched those of them that are matched with others
 */
public record InvoiceBalance(long outstandingOre, Set<Long> postings, Set<Long> matched) {

    public InvoiceBalance {
        postings = Set.copyOf(postings);
        matched = Set.copyOf(matched);
    }

    /** Reads the answer of a single invoice; {@link MalformedAnswer} when it is none. */
    public static InvoiceBalance of(String answer) {
        JsonNode invoice = InvoiceReader.value(answer);
        Set<Long> ids = new TreeSet<>();
        Set<Long> matched = new TreeSet<>();
        invoice.path("postings").forEach(posting -> {
            ids.add(posting.path("id").asLong());
            if (posting.path("closeGroup").isObject()) {
                matched.add(posting.path("id").asLong());
            }
        });
        return new InvoiceBalance(
                Money.ore(new Fields("Invoice", invoice)
                        .needed("amountOutstanding")
                        .decimalValue()),
                ids,
                matched);
    }
}
