package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes vouchers and postings. What reaches it has passed the rules. */
final class Bookkeeping {

    private final Events events;
    private final Receivables receivables;

    Bookkeeping(Events events, Receivables receivables) {
        this.events = events;
        this.receivables = receivables;
    }

    Receivables receivables() {
        return receivables;
    }

    /** @param toLedger false: it waits for a person, without a number */
    Row book(Books books, Draft draft, boolean toLedger) {
        long id = books.nextId();
        books.insert(
                "Voucher",
                id,
                "date",
                draft.date(),
                "year",
                draft.date().getYear(),
                "tempNumber",
                toLedger ? null : books.count("temporary", 1),
                "description",
                draft.description(),
                "externalVoucherNumber",
                draft.external(),
                "voucherType",
                draft.type());
        List<Long> postings = new ArrayList<>();
        draft.lines().forEach(line -> postings.addAll(postings(books, id, line)));
        Row voucher = books.put(books.get("Voucher", id).with("postings", postings));
        if (toLedger) {
            voucher = number(books, voucher);
        }
        events.happened(books, "voucher.create", id, voucher);
        return voucher;
    }

    /** Gives a waiting voucher its number; from now on it counts. */
    Row number(Books books, Row voucher) {
        long number = books.count("voucher-" + voucher.number("year"), 1);
        Row numbered = books.put(voucher.with(
                "number", number, "numberAsString", number + "-" + voucher.number("year"), "tempNumber", null));
        for (long id : voucher.ids("postings")) {
            receivables.posted(books, books.put(books.get("Posting", id).with("_posted", true)));
        }
        return numbered;
    }

    /** The opposite voucher. Postings closed before are open again first. */
    Row reverse(Books books, Row voucher, LocalDate date) {
        voucher.ids("postings").stream()
                .map(id -> books.get("Posting", id).number("closeGroup"))
                .filter(group -> group != 0)
                .distinct()
                .toList()
                .forEach(group -> receivables.open(books, group));
        long id = books.nextId();
        books.insert(
                "Voucher",
                id,
                "date",
                date,
                "year",
                date.getYear(),
                "description",
                "Reversering av bilag " + voucher.text("numberAsString"),
                "voucherType",
                voucher.get("voucherType"),
                "reverseVoucher",
                voucher.id());
        List<Long> postings = voucher.ids("postings").stream()
                .map(each -> opposite(books, books.get("Posting", each), id, date))
                .toList();
        Row reversed = number(books, books.put(books.get("Voucher", id).with("postings", postings)));
        books.update(books.get("Voucher", voucher.id()).with("reverseVoucher", id));
        events.happened(books, "voucher.create", id, reversed);
        return reversed;
    }

    private static long opposite(Books books, Row posting, long voucher, LocalDate date) {
        Map<String, Object> fields = new HashMap<>(posting.values());
        fields.keySet().removeIf(field -> field.startsWith("_") && !field.equals("_invoice"));
        for (String amount : List.of("amount", "amountCurrency", "amountGross", "amountGrossCurrency")) {
            fields.put(amount, -posting.number(amount));
        }
        Row row = books.add("Posting");
        books.put(new Row(books.company(), "Posting", row.id(), fields)
                .with("voucher", voucher, "date", date, "closeGroup", null, "_created", row.text("_created")));
        return row.id();
    }

    private static List<Long> postings(Books books, long voucher, Line line) {
        Row vat = books.get("VatType", line.more().get("vatType") instanceof Number id ? id.longValue() : 0);
        long rate = vat == null ? 0 : vat.number("percentage");
        long tax = share(line.gross(), rate);
        long taxCurrency = share(line.grossCurrency(), rate);
        Row main =
                posting(books, voucher, line, line.account(), line.gross() - tax, line.grossCurrency() - taxCurrency);
        books.put(main.with("row", line.row())
                .with("amountGross", line.gross(), "amountGrossCurrency", line.grossCurrency())
                .with(pairs(line.more())));
        if (tax == 0) {
            return List.of(main.id());
        }
        Row extra = posting(books, voucher, line, books.account(vat.number("_account")), tax, taxCurrency);
        books.put(extra.with("systemGenerated", true, "vatType", vat.id()));
        return List.of(main.id(), extra.id());
    }

    private static Row posting(Books books, long voucher, Line line, Row account, long amount, long amountCurrency) {
        return books.add(
                "Posting",
                "voucher",
                voucher,
                "date",
                line.date(),
                "account",
                account.id(),
                "amount",
                amount,
                "amountCurrency",
                amountCurrency,
                "amountGross",
                0,
                "amountGrossCurrency",
                0,
                "currency",
                CompanySetup.NOK);
    }

    /** The tax inside an amount, half up. @param rate hundredths of a per cent */
    static long share(long gross, long rate) {
        long whole = 2 * Math.abs(gross) * rate;
        long part = 10_000 + rate;
        return Long.signum(gross) * ((whole + part) / (2 * part));
    }

    private static Object[] pairs(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray();
    }
}
