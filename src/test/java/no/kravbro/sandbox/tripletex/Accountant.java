package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What people do in Tripletex' own pages, while an integration runs beside them. Amounts are øre. */
public final class Accountant extends BooksReader {

    private final Books books;
    private final Bookkeeping bookkeeping;
    private final Invoicing invoicing;
    private final VoucherApi vouchers;

    Accountant(
            TripletexSandbox sandbox, Books books, Bookkeeping bookkeeping, Invoicing invoicing, VoucherApi vouchers) {
        super(sandbox, books);
        this.books = books;
        this.bookkeeping = bookkeeping;
        this.invoicing = invoicing;
        this.vouchers = vouchers;
    }

    /**
     * One line of a voucher as a person sees it.
     *
     * @param account number of the account
     * @param ore debit positive
     * @param customer its customer's id, or 0
     * @param invoice number of the invoice it speaks of, or null
     */
    public record Entry(
            LocalDate date, int account, long ore, long customer, String invoice, String text, boolean matched) {}

    /** The debtor pays the creditor directly, into the bank. @return id of the voucher */
    public long directPayment(long invoice, LocalDate date, long ore) {
        return paid(invoice, 1920, date, ore);
    }

    /** Money booked on the invoice against any account. @return id of the voucher */
    public long paid(long invoice, int account, LocalDate date, long ore) {
        return act(() -> {
            invoicing.pay(books, books.need("Invoice", invoice), books.account(account), date, ore, ore);
            List<Long> postings = books.need("Invoice", invoice).ids("postings");
            return books.get("Posting", postings.get(postings.size() - 1)).number("voucher");
        });
    }

    /** @return the credit note's id */
    public long creditNote(long invoice, LocalDate date) {
        return partialCredit(invoice, date, books.need("Invoice", invoice).number("amount"));
    }

    public long partialCredit(long invoice, LocalDate date, long ore) {
        return act(() -> invoicing
                .credit(books, books.need("Invoice", invoice), date, ore, null)
                .id());
    }

    /** The rest is given up as a loss. */
    public void writeOff(long invoice, LocalDate date) {
        act(() -> {
            Row row = books.need("Invoice", invoice);
            long ore = row.number("amountOutstanding");
            String text = "Tap på krav: Faktura nummer " + row.number("invoiceNumber");
            Row type = CompanySetup.voucherType(books, CompanySetup.MANUAL);
            Line loss = Line.of(1, date, books.account(7830), ore);
            Line gone = invoicing.onInvoice(books, row, date, -ore, -row.number("amountCurrencyOutstanding"));
            Row voucher = bookkeeping.book(books, Draft.of(date, text, type, loss, gone), true);
            bookkeeping.receivables().settle(books, invoice);
            return voucher;
        });
    }

    /** @return the invoice's id */
    public long invoice(long customer, LocalDate date, LocalDate due, long ore) {
        return issue(Issue.nok(customer, date, due, ore));
    }

    long issue(Issue issue) {
        return act(() -> invoicing.issue(books, issue).id());
    }

    /** A reminder sent from Tripletex. @param type SOFT_REMINDER, REMINDER or NOTICE_OF_DEBT_COLLECTION */
    public void remind(long invoice, String type, LocalDate date, boolean charge) {
        act(() -> invoicing.remind(books, books.need("Invoice", invoice), type, date, charge));
    }

    public void closePeriod(YearMonth month) {
        period(month, true);
    }

    public void openPeriod(YearMonth month) {
        period(month, false);
    }

    private void period(YearMonth month, boolean closed) {
        act(() -> books.update(
                books.by("AccountingPeriod", "start", month.atDay(1).toString()).with("isClosed", closed)));
    }

    /** The bank statement of this month is reconciled: nothing may be booked on the account in it. */
    public void reconcile(int account, YearMonth month) {
        act(() -> {
            Row row = books.account(account);
            List<Object> months = new ArrayList<>(row.get("_reconciled") instanceof List<?> list ? list : List.of());
            months.add(month.toString());
            return books.put(row.with("_reconciled", months));
        });
    }

    /** Sends a waiting voucher to the ledger. */
    public void post(long voucher) {
        act(() -> bookkeeping.number(books, books.need("Voucher", voucher)));
    }

    /** Changes the amount of one line, counted from 0, of a waiting voucher. */
    public void amount(long voucher, int line, long ore) {
        act(() -> books.update(books.get(
                        "Posting",
                        books.need("Voucher", voucher).ids("postings").get(line))
                .with("amount", ore)));
    }

    public void delete(long voucher) {
        run(() -> vouchers.remove(books, books.need("Voucher", voucher)));
    }

    public void reverse(long voucher, LocalDate date) {
        act(() -> bookkeeping.reverse(books, books.need("Voucher", voucher), date));
    }

    /** Matches what a voucher has on an invoice with what is open on it. */
    public void match(long invoice, long voucher) {
        act(() -> {
            List<Row> open = Stream.concat(
                            books.need("Invoice", invoice).ids("postings").stream(),
                            books.need("Voucher", voucher).ids("postings").stream())
                    .distinct()
                    .map(id -> books.get("Posting", id))
                    .filter(row -> row.get("closeGroup") == null)
                    .filter(row -> row.number("_invoice") == invoice || row.text("invoiceNumber") != null)
                    .toList();
            return bookkeeping.receivables().close(books, open);
        });
    }

    /** How many postings of an invoice are matched with others. */
    public long matchings(long invoice) {
        return books.need("Invoice", invoice).ids("postings").stream()
                .filter(id -> books.get("Posting", id).get("closeGroup") != null)
                .count();
    }

    /** Opens all that is matched on an invoice. */
    public void unmatchAll(long invoice) {
        act(() -> {
            books.need("Invoice", invoice).ids("postings").stream()
                    .map(id -> books.get("Posting", id))
                    .filter(row -> row.get("closeGroup") != null)
                    .map(row -> row.number("closeGroup"))
                    .distinct()
                    .toList()
                    .forEach(group -> bookkeeping.receivables().open(books, group));
            return null;
        });
    }

    /** Opens what was matched. */
    public void unmatch(long closeGroup) {
        run(() -> bookkeeping.receivables().open(books, closeGroup));
    }

    /** A payment type only a person can make, for example "Oppgjør inkasso" on 1960. */
    public void paymentType(String description, int debitAccount) {
        run(() -> CompanySetup.paymentType(books, description, debitAccount));
    }

    /** One more balance account. */
    public void account(int number, String name) {
        run(() -> CompanySetup.account(books, number, name));
    }

    /** Sets one field of a customer ("isFactoring", true), an account or an invoice. */
    public void set(String type, long id, String field, Object value) {
        act(() -> books.update(books.need(type, id).with(field, value)));
    }

    /** As after a week in which nobody took this company's events. */
    public void disableSubscriptions() {
        run(() -> List.copyOf(books.all("Subscription"))
                .forEach(row -> books.put(row.with("status", "DISABLED_TOO_MANY_ERRORS"))));
    }

    private void run(Runnable act) {
        act(() -> {
            act.run();
            return null;
        });
    }
}
