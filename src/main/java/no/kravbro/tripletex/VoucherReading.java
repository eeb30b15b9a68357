package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import no.kravbro.money.Money;

/**
 * Reads vouchers in answers against the one we sent. A found voucher is ours only when date, sum and customers agree;
 * anything else under our key is for a person.
 */
final class VoucherReading {

    /** What we posted: the body of the request. */
    private final JsonNode sent;

    VoucherReading(JsonNode sent) {
        this.sent = sent;
    }

    /** The answer to our own posting, as a canonical answer document; one about another voucher says nothing of ours. */
    JsonNode created(String body) {
        JsonNode voucher = InvoiceReader.value(body);
        if (voucher.hasNonNull("externalVoucherNumber") && !key(voucher).equals(key(sent))) {
            throw new MalformedAnswer("The answer is about another voucher");
        }
        return accepted(voucher);
    }

    private static String key(JsonNode voucher) {
        return voucher.path("externalVoucherNumber").asText(null);
    }

    /** The answer to the search for our key, as a canonical answer document. */
    JsonNode found(String body) {
        List<JsonNode> hits = InvoiceReader.list(body).stream()
                .filter(hit -> Objects.equals(key(hit), key(sent)))
                .toList();
        if (hits.isEmpty()) {
            return Canonical.absent();
        }
        return hits.size() == 1 && agrees(hits.get(0)) ? accepted(hits.get(0)) : Canonical.ambiguous();
    }

    private boolean agrees(JsonNode hit) {
        List<JsonNode> ours = list(sent);
        List<JsonNode> theirs = written(hit);
        return Objects.equals(sent.path("date").asText(), hit.path("date").asText())
                && debit(ours) == debit(theirs)
                && customers(ours).equals(customers(theirs));
    }

    private JsonNode accepted(JsonNode voucher) {
        Fields fields = new Fields("Voucher", voucher);
        String number = fields.text("number");
        String year = fields.text("year");
        // A voucher that waits for a person has no number yet.
        boolean numbered = number != null && !number.equals("0");
        return Canonical.accepted(
                "voucher",
                Long.toString(fields.id()),
                "number",
                numbered ? number + "-" + year : null,
                "postings",
                PostedLine.text(lines(voucher)));
    }

    /** With what the answer tells of each posting; when it gives ids only, the rows stand in the order they were sent in. */
    private List<PostedLine> lines(JsonNode voucher) {
        List<JsonNode> ours = list(sent);
        List<JsonNode> theirs = list(voucher);
        List<PostedLine> lines = new ArrayList<>();
        for (int i = 0; i < theirs.size(); i++) {
            JsonNode posting = theirs.get(i);
            JsonNode like = posting.has("amountGross") || theirs.size() != ours.size() ? posting : ours.get(i);
            lines.add(new PostedLine(
                    new Fields("Posting", posting).id(),
                    like.path("account").path("id").asLong(),
                    like.has("amountGross") ? ore(like) : 0));
        }
        return lines;
    }

    /** Without the rows that Tripletex makes by itself. */
    private static List<JsonNode> written(JsonNode voucher) {
        return list(voucher).stream()
                .filter(posting -> posting.path("row").asInt(1) > 0)
                .filter(posting -> !posting.path("systemGenerated").asBoolean())
                .toList();
    }

    private static List<JsonNode> list(JsonNode voucher) {
        return StreamSupport.stream(voucher.path("postings").spliterator(), false)
                .toList();
    }

    private static long debit(List<JsonNode> postings) {
        return postings.stream()
                .mapToLong(VoucherReading::ore)
                .filter(ore -> ore > 0)
                .reduce(0, Math::addExact);
    }

    private static Set<Long> customers(List<JsonNode> postings) {
        return postings.stream()
                .map(posting -> posting.path("customer").path("id"))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asLong)
                .collect(Collectors.toSet());
    }

    private static long ore(JsonNode posting) {
        return Money.ore(new Fields("Posting", posting).needed("amountGross").decimalValue());
    }
}
