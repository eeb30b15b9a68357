package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.kravbro.claim.InvoicePosting;

/** Reads whether postings were matched (closed) with each other. */
final class Matching {

    private final Set<Long> postings;

    Matching(List<Long> postings) {
        this.postings = Set.copyOf(postings);
    }

    /** The answer to {@code :closePostings}: a 200 that lists complaints is a refusal. */
    JsonNode closed(String body) {
        List<JsonNode> complaints = InvoiceReader.list(body);
        return complaints.isEmpty()
                ? Canonical.accepted("postings", ids())
                : Canonical.rejected(
                        "BOOKED_NOT_MATCHED", complaints.get(0).path("message").asText("no reason given"));
    }

    /** The invoice read again after an unknown outcome: those of the postings that stand on it tell for all. */
    JsonNode reread(String body) {
        JsonNode invoice = InvoiceReader.value(body);
        new Fields("Invoice", invoice).needed("postings");
        Set<Long> groups = new HashSet<>();
        int open = 0;
        for (InvoicePosting posting : InvoiceForm.postings(invoice.path("postings"))) {
            if (postings.contains(posting.id()) && posting.closeGroup() == null) {
                open++;
            } else if (postings.contains(posting.id())) {
                groups.add(posting.closeGroup());
            }
        }
        if (groups.isEmpty() && open > 0) {
            return Canonical.absent();
        }
        boolean together = groups.size() == 1 && open == 0;
        return together
                ? Canonical.accepted(
                        "postings",
                        ids(),
                        "closeGroup",
                        groups.iterator().next().toString())
                : Canonical.ambiguous();
    }

    private String ids() {
        return String.join(",", postings.stream().sorted().map(String::valueOf).toList());
    }
}
