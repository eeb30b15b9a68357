package no.kravbro.claim.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.claim.InvoicePosting;

/**
 * The invoice of a claim as it was just read, with what its vouchers tell.
 *
 * @param originalOre of the invoice
 * @param claimedOre what was handed over
 * @param bookedOre principal of the agency's money that we have booked since
 * @param claimed ids of the postings that were there when the claim was written down
 * @param postings all that count on the invoice now, in any order
 * @param evidence by posting id; a posting without it is left for the next time
 */
public record Reading(
        long originalOre,
        long claimedOre,
        long bookedOre,
        Set<Long> claimed,
        List<InvoicePosting> postings,
        Map<Long, Evidence> evidence) {

    public Reading {
        claimed = Set.copyOf(claimed);
        postings = List.copyOf(postings);
        evidence = Map.copyOf(evidence);
    }
}
