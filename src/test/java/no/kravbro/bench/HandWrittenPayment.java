package no.kravbro.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import no.kravbro.money.VoucherKey;

/** A settlement on its way into the books. */
final class HandWrittenPayment {

    private static final JsonFactory JSON = new JsonFactory();

    final HandWrittenSettlement settlement;
    final Open open;
    final String key;
    final long id;
    final String posting;
    final String matching;
    final String voucher;
    String closing;
    long voucherId;
    String number;
    List<Long> postings;
    long left;

    HandWrittenPayment(HandWrittenSettlement settlement, Open open, long id, String posting, String matching) {
        this.settlement = settlement;
        this.open = open;
        this.key = VoucherKey.of("autocollect", settlement.id);
        this.id = id;
        this.posting = posting;
        this.matching = matching;
        this.voucher = HandWrittenBodies.voucher(settlement, key, open.customer);
    }

    /** What stands open on the invoice. @param posting that makes the claim */
    record Open(long invoice, long outstandingOre, long customer, long posting) {

        static Open read(long invoice, long outstandingOre, String snapshot) {
            long customer = 0;
            long posting = 0;
            try (JsonParser parser = JSON.createParser(snapshot)) {
                String inside = "";
                while (parser.nextToken() != null) {
                    String field = parser.currentName();
                    if (parser.currentToken() == JsonToken.FIELD_NAME
                            && List.of("debtor", "postings").contains(field)) {
                        inside = field;
                    } else if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && "id".equals(field)) {
                        customer = inside.equals("debtor") ? parser.getLongValue() : customer;
                        posting = inside.equals("postings") ? parser.getLongValue() : posting;
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return new Open(invoice, outstandingOre, customer, posting);
        }
    }

    String order() throws IOException {
        return HandWrittenBodies.order(settlement, key, open.customer);
    }

    /** @param told id and number of the voucher, and ids of its postings in the order they were sent */
    void posted(List<Long> told) {
        voucherId = told.get(0);
        number = told.get(1) + "-2026";
        postings = told.subList(2, told.size());
        closing = "[" + open.posting + "," + postings.get(1) + "]";
    }

    String reference() {
        return "{\"voucher\":\"" + voucherId + "\",\"number\":\"" + number + "\",\"postings\":\"" + postings + "\"}";
    }
}
