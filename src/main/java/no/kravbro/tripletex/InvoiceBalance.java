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
 */
public record InvoiceBalance(long outstandingOre, Set<Long> postings) {

    public InvoiceBalance {
        postings = Set.copyOf(postings);
    }

    /** Reads the answer of a single invoice; {@link MalformedAnswer} when it is none. */
    public static InvoiceBalance of(String answer) {
        JsonNode invoice = InvoiceReader.value(answer);
        Set<Long> ids = new TreeSet<>();
        invoice.path("postings").forEach(posting -> ids.add(posting.path("id").asLong()));
        return new InvoiceBalance(
                Money.ore(new Fields("Invoice", invoice)
                        .needed("amountOutstanding")
                        .decimalValue()),
                ids);
    }
}
