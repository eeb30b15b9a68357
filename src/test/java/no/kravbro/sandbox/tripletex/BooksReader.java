package no.kravbro.sandbox.tripletex;

import java.util.List;
import java.util.function.Supplier;

/** What a person can read in Tripletex' own pages of one company. Amounts are øre. */
abstract class BooksReader {

    private final TripletexSandbox sandbox;
    private final Books books;

    BooksReader(TripletexSandbox sandbox, Books books) {
        this.sandbox = sandbox;
        this.books = books;
    }

    /** Øre still open on the invoice by Tripletex' own count. */
    public long outstanding(long invoice) {
        return act(() -> books.need("Invoice", invoice).number("amountOutstanding"));
    }

    /**
     * Sum of all posted lines on the receivables account that speak of the invoice, matched with it or not, øre: what is
     * still owed by all that is booked, whatever Tripletex has counted on the invoice.
     */
    public long receivable(long invoice) {
        return act(() -> {
            Row row = books.need("Invoice", invoice);
            String number = Long.toString(row.number("invoiceNumber"));
            long account = books.account(1500).id();
            return books.stream("Posting")
                    .filter(line -> line.flag("_posted") && line.refers("account", account))
                    .filter(line -> line.number("_invoice") == invoice
                            || line.number("_invoice") == 0
                                    && number.equals(line.text("invoiceNumber"))
                                    && row.refers("customer", line.number("customer")))
                    .mapToLong(line -> line.number("amount"))
                    .sum();
        });
    }

    /** Sum of all posted lines on an account, øre. */
    public long balance(int account) {
        return act(() -> {
            long id = books.account(account).id();
            return books.stream("Posting")
                    .filter(row -> row.flag("_posted") && row.refers("account", id))
                    .mapToLong(row -> row.number("amount"))
                    .sum();
        });
    }

    /** Ids of all vouchers with this external number, posted or not. */
    public List<Long> vouchers(String externalNumber) {
        return act(() -> books.stream("Voucher")
                .filter(row -> externalNumber.equals(row.text("externalVoucherNumber")))
                .map(Row::id)
                .toList());
    }

    /** The lines of a voucher in order, without those that Tripletex makes by itself. */
    public List<Accountant.Entry> entries(long voucher) {
        return act(() -> books.need("Voucher", voucher).ids("postings").stream()
                .map(id -> books.get("Posting", id))
                .filter(row -> row.number("row") > 0)
                .map(this::entry)
                .toList());
    }

    /** Sum of all lines of a voucher, øre; 0 when it balances. */
    public long sum(long voucher) {
        return act(() -> books.need("Voucher", voucher).ids("postings").stream()
                .mapToLong(id -> books.get("Posting", id).number("amount"))
                .sum());
    }

    private Accountant.Entry entry(Row row) {
        return new Accountant.Entry(
                row.day("date"),
                (int) books.get("Account", row.number("account")).number("number"),
                row.number("amount"),
                row.number("customer"),
                row.text("invoiceNumber"),
                row.text("description"),
                row.get("closeGroup") != null);
    }

    /** Whether a voucher has been posted under this number, {@code 12-2026}, or its bare form. */
    public boolean isPosted(String number) {
        return act(() -> books.stream("Voucher")
                .anyMatch(row -> number.equals(row.text("numberAsString"))
                        || number.equals(Long.toString(row.number("number")))));
    }

    /** Those of them that wait to be posted. */
    public List<Long> waiting(String externalNumber) {
        return vouchers(externalNumber).stream().filter(this::isWaiting).toList();
    }

    /** Ids of the vouchers with a posted line on this account, oldest first. */
    public List<Long> vouchersOn(int account) {
        return act(() -> {
            long id = books.account(account).id();
            return books.stream("Posting")
                    .filter(row -> row.flag("_posted") && row.refers("account", id))
                    .map(row -> row.number("voucher"))
                    .distinct()
                    .toList();
        });
    }

    /** Ids of all vouchers, posted or not, oldest first. */
    public List<Long> vouchers() {
        return act(() -> books.stream("Voucher").map(Row::id).toList());
    }

    /** Whether it waits for a person. */
    public boolean isWaiting(long voucher) {
        return act(() -> books.need("Voucher", voucher).ids("postings").stream()
                .noneMatch(id -> books.get("Posting", id).flag("_posted")));
    }

    /** Ids of the vouchers that count on an invoice, its own first. */
    public List<Long> vouchersOf(long invoice) {
        return act(() -> books.need("Invoice", invoice).ids("postings").stream()
                .map(id -> books.get("Posting", id).number("voucher"))
                .distinct()
                .toList());
    }

    /** The key a voucher came with, or null. */
    public String key(long voucher) {
        return act(() -> books.need("Voucher", voucher).text("externalVoucherNumber"));
    }

    /** What a voucher says it is about. */
    public String about(long voucher) {
        return act(() -> books.need("Voucher", voucher).text("description"));
    }

    /** The number that stands on the invoice with this id. */
    public String invoiceNumber(long id) {
        return act(() -> Long.toString(books.need("Invoice", id).number("invoiceNumber")));
    }

    public long invoiceId(long number) {
        return act(() -> {
            Row row = books.invoice(number);
            if (row == null) {
                throw new IllegalArgumentException("No invoice " + number);
            }
            return row.id();
        });
    }

    public long customerId(long number) {
        return act(() -> books.by("Customer", "customerNumber", number).id());
    }

    public long accountId(int number) {
        return act(() -> books.account(number).id());
    }

    /** Events that somebody is told of. */
    public List<String> subscriptions() {
        return act(() -> books.stream("Subscription")
                .filter(row -> "ACTIVE".equals(row.text("status")))
                .map(row -> row.text("event"))
                .toList());
    }

    <T> T act(Supplier<T> act) {
        return sandbox.change(act);
    }

    Books books() {
        return books;
    }
}
