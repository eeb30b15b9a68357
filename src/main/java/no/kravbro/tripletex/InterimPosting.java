package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A posting on the interim account, whoever made it.
 *
 * @param voucherKey external number of its voucher, or null
 * @param siblings ids of all postings of its voucher, its own among them
 * @param amountOre debit positive
 * @param text what posting and voucher say, what the bank told among it
 */
public record InterimPosting(
        long id, long voucherId, String voucherKey, Set<Long> siblings, LocalDate day, long amountOre, String text) {

    public InterimPosting {
        siblings = Set.copyOf(siblings);
    }

    /** Those of a page that stand on the account: the far side may understand the end of a range as it likes. */
    public static List<InterimPosting> page(String answer, int account) {
        return InvoiceReader.list(answer).stream()
                .filter(node -> node.path("account").path("number").asInt() == account)
                .map(InterimPosting::read)
                .toList();
    }

    /** How many postings a page holds, of whatever account. */
    public static int count(String answer) {
        return InvoiceReader.list(answer).size();
    }

    private static InterimPosting read(JsonNode node) {
        Fields fields = new Fields("Posting " + node.path("id").asText("without id"), node);
        Fields voucher = new Fields("Voucher", fields.needed("voucher"));
        Set<Long> siblings = new TreeSet<>(Set.of(fields.id()));
        node.path("voucher")
                .path("postings")
                .forEach(each -> siblings.add(each.path("id").asLong()));
        List<String> texts = new ArrayList<>();
        for (String text : new String[] {fields.text("description"), voucher.text("description")}) {
            if (text != null) {
                texts.add(text);
            }
        }
        return new InterimPosting(
                fields.id(),
                voucher.id(),
                voucher.text("externalVoucherNumber"),
                siblings,
                fields.day("date"),
                fields.ore("amount"),
                String.join(" / ", texts));
    }
}
