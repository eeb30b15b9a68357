package no.kravbro.sandbox.tripletex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes voucher documents for tests. */
final class Vouchers {

    private final List<String> postings = new ArrayList<>();
    private String head = "\"date\":\"2026-01-05\",\"description\":\"Oppgjør inkasso\"";

    Vouchers key(String external) {
        head += ",\"externalVoucherNumber\":\"" + external + "\"";
        return this;
    }

    Vouchers head(String json) {
        head = json;
        return this;
    }

    Vouchers line(long account, String amount) {
        return line(account, amount, "");
    }

    /** @param more further fields, starting with a comma */
    Vouchers line(long account, String amount, String more) {
        return raw(String.format(
                Locale.ROOT,
                "{\"row\":%d,\"account\":{\"id\":%d},\"amountGross\":%s,\"amountGrossCurrency\":%s%s}",
                postings.size() + 1,
                account,
                amount,
                amount,
                more));
    }

    Vouchers receivable(long account, String amount, long customer, long invoiceNumber) {
        return line(
                account, amount, ",\"customer\":{\"id\":" + customer + "},\"invoiceNumber\":\"" + invoiceNumber + "\"");
    }

    Vouchers raw(String posting) {
        postings.add(posting);
        return this;
    }

    String json() {
        return "{" + head + ",\"postings\":[" + String.join(",", postings) + "]}";
    }
}
