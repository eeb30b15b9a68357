package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import no.kravbro.claim.InvoicePosting;

/**
 * Tells from the invoice's postings whether our payment landed: a posting with our day and amount that was not there
 * before. Two of them cannot be told apart, because a customer may have paid the same sum.
 */
final class PaymentProof {

    private final PaymentIntent intent;

    PaymentProof(PaymentIntent intent) {
        this.intent = intent;
    }

    /** The answer to the payment itself: an invoice, whose postings may be given by id only. */
    JsonNode paid(String body) {
        JsonNode invoice = ourInvoice(body);
        List<PostedLine> fresh = StreamSupport.stream(invoice.path("postings").spliterator(), false)
                .filter(node -> !intent.knownPostings().contains(node.path("id").asLong()))
                .filter(node -> !node.has("amount") || isOurs(InvoiceForm.posting(node)))
                .map(PaymentProof::line)
                .toList();
        // The 200 is the confirmation. Of two alike, of one day and sum, either may be remembered as ours; of two that
        // tell nothing but their ids, none.
        boolean told = fresh.stream().allMatch(line -> line.amountOre() != 0);
        return accepted(fresh.size() == 1 || told ? fresh.stream().limit(1).toList() : List.of());
    }

    /** The invoice read again after an unknown outcome. */
    JsonNode reread(String body) {
        JsonNode invoice = ourInvoice(body);
        new Fields("Invoice", invoice).needed("postings");
        List<PostedLine> ours = InvoiceForm.postings(invoice.path("postings")).stream()
                .filter(posting -> !intent.knownPostings().contains(posting.id()))
                .filter(this::isOurs)
                .map(posting -> new PostedLine(posting.id(), posting.accountId(), posting.amountOre()))
                .toList();
        if (ours.isEmpty()) {
            return Canonical.absent();
        }
        return ours.size() == 1 ? accepted(ours) : Canonical.ambiguous();
    }

    /** Another invoice without our payment would prove that it is absent, and it would be made again. */
    private JsonNode ourInvoice(String body) {
        JsonNode invoice = InvoiceReader.value(body);
        if (invoice.hasNonNull("id") && invoice.path("id").asLong() != intent.invoiceId()) {
            throw new MalformedAnswer("The answer is about another invoice");
        }
        return invoice;
    }

    private boolean isOurs(InvoicePosting posting) {
        return posting.date().equals(intent.day()) && posting.amountOre() == -intent.amountOre();
    }

    private static PostedLine line(JsonNode node) {
        if (!node.has("amount")) {
            return new PostedLine(new Fields("Posting", node).id(), 0, 0);
        }
        InvoicePosting posting = InvoiceForm.posting(node);
        return new PostedLine(posting.id(), posting.accountId(), posting.amountOre());
    }

    private JsonNode accepted(List<PostedLine> lines) {
        return Canonical.accepted(
                "invoice",
                Long.toString(intent.invoiceId()),
                "postings",
                lines.isEmpty() ? null : PostedLine.text(lines));
    }
}
