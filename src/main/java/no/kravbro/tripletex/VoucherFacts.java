package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.claim.change.Evidence;
import no.kravbro.claim.change.Nature;

/**
 * What a voucher tells about its postings.
 *
 * @param key the external number it was made with, or null
 * @param reverses id of the voucher that it takes back, or that takes it back; null for none
 * @param accounts numbers of the accounts it touches
 * @param texts what it and its postings say, for people
 * @param creditNote number of the credit note that it books, or null
 */
public record VoucherFacts(
        long id, String key, Long reverses, Set<Integer> accounts, List<String> texts, String creditNote) {

    public VoucherFacts {
        accounts = Set.copyOf(accounts);
        texts = List.copyOf(texts);
    }

    /** The vouchers of a list answer, by id; {@link MalformedAnswer} when it is none. */
    public static Map<Long, VoucherFacts> list(String answer) {
        Map<Long, VoucherFacts> all = new HashMap<>();
        InvoiceReader.list(answer).forEach(node -> {
            VoucherFacts voucher = one(node);
            all.put(voucher.id(), voucher);
        });
        return all;
    }

    /** Numbers of the credit notes in a list of invoices, by the id of their voucher. */
    public static Map<Long, String> creditNotes(String answer) {
        Map<Long, String> numbers = new HashMap<>();
        InvoiceReader.list(answer).stream()
                .map(node -> new Fields("Invoice", node))
                .filter(fields -> fields.flag("isCreditNote") && fields.reference("voucher") != null)
                .forEach(fields -> numbers.put(fields.reference("voucher"), fields.text("invoiceNumber")));
        return numbers;
    }

    /** Neither money nor loss: it may be the voucher of a credit note. */
    public boolean mayCredit() {
        return Evidence.of(accounts, null).nature() == Nature.OTHER;
    }

    private static VoucherFacts one(JsonNode node) {
        Fields fields = new Fields("Voucher", node);
        Set<Integer> accounts = new HashSet<>();
        Set<String> texts = new HashSet<>();
        texts.add(fields.text("description"));
        for (JsonNode posting : node.path("postings")) {
            accounts.add(posting.path("account").path("number").asInt());
            texts.add(new Fields("Posting", posting).text("description"));
        }
        texts.remove(null);
        return new VoucherFacts(
                fields.id(),
                fields.text("externalVoucherNumber"),
                fields.reference("reverseVoucher"),
                accounts,
                List.copyOf(texts),
                null);
    }

    /** The same, known to book a credit note. */
    public VoucherFacts crediting(String number) {
        return new VoucherFacts(id, key, reverses, accounts, texts, number);
    }
}
