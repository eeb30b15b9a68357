package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.util.List;

/** Issues invoices, takes payments, credits, reminds: what Tripletex itself does with an invoice. */
final class Invoicing {

    /** Legal reminder fee of 2026, øre. */
    private static final long REMINDER_FEE = 3750;

    private static final int REMINDER_TERM_DAYS = 14;

    private final Bookkeeping bookkeeping;
    private final Events events;

    Invoicing(Bookkeeping bookkeeping, Events events) {
        this.bookkeeping = bookkeeping;
        this.events = events;
    }

    Row issue(Books books, Issue issue) {
        long id = issue.id() == 0 ? books.nextId() : issue.id();
        long number = issue.number() == 0 ? books.count("invoice", 10001) : issue.number();
        books.reached("invoice", number);
        Row customer = books.get("Customer", issue.customer());
        head(books, id, number, issue, 0);
        String text = "Faktura nummer " + number + " til " + customer.text("name");
        Row voucher = bookkeeping.book(books, sale(books, id, number, text, issue, 1), true);
        Row invoice = books.put(books.get("Invoice", id).with("voucher", voucher.id()));
        events.happened(books, "invoice.charged", id, invoice);
        return invoice;
    }

    /** @param credited the invoice a credit note is about, or 0 */
    private static void head(Books books, long id, long number, Issue issue, long credited) {
        long net = issue.ore() - Bookkeeping.share(issue.ore(), 2500);
        long netCurrency = issue.currencyAmount() - Bookkeeping.share(issue.currencyAmount(), 2500);
        books.insert(
                "Invoice", id, "isCreditNote", credited != 0, "creditedInvoice", credited, "invoiceNumber", number);
        books.put(books.get("Invoice", id)
                .with("invoiceDate", issue.date(), "invoiceDueDate", issue.due(), "deliveryDate", issue.date())
                .with("customer", issue.customer(), "currency", issue.currency(), "kid", kid(number))
                .with("amount", issue.ore(), "amountCurrency", issue.currencyAmount(), "comment", issue.comment())
                .with("amountExcludingVat", net, "amountExcludingVatCurrency", netCurrency)
                .with("amountRoundoff", 0, "amountRoundoffCurrency", 0, "sumRemits", 0)
                .with("isCharged", true, "isApproved", true, "ehfSendStatus", "DO_NOT_SEND"));
    }

    /** Receivable against sales with VAT. @param sign -1 for a credit */
    private static Draft sale(Books books, long invoice, long number, String text, Issue issue, int sign) {
        Line.Money money = new Line.Money(sign * issue.currencyAmount(), issue.currency());
        Line.Money opposite = new Line.Money(-sign * issue.currencyAmount(), issue.currency());
        Line receivable = Line.of(1, issue.date(), books.account(1500), sign * issue.ore(), money)
                .with("customer", issue.customer())
                .with("invoiceNumber", Long.toString(number))
                .with("termOfPayment", issue.due().toString())
                .with("type", "OUTGOING_INVOICE_CUSTOMER_POSTING")
                .with("description", text)
                .with("_invoice", invoice);
        Line sales = Line.of(2, issue.date(), books.account(3000), -sign * issue.ore(), opposite)
                .with("vatType", CompanySetup.VAT_OUT)
                .with("description", text);
        Row type = CompanySetup.voucherType(books, CompanySetup.OUTGOING_INVOICE);
        return Draft.of(issue.date(), text, type, receivable, sales);
    }

    /**
     * Books money received: neither capped nor idempotent, and a negative amount takes money back.
     *
     * @param ore in the currency of the payment type's account
     * @param amountCurrency in the invoice's currency
     */
    Row pay(Books books, Row invoice, Row debit, LocalDate date, long ore, long amountCurrency) {
        long share = share(invoice, ore, amountCurrency);
        String text = "Betaling: Faktura nummer " + invoice.number("invoiceNumber") + " til "
                + books.get("Customer", invoice.number("customer")).text("name");
        Line bank = Line.of(1, date, debit, ore)
                .with("type", "INCOMING_PAYMENT_OPPOSITE")
                .with("description", text);
        Line customer = onInvoice(books, invoice, date, -share, -amountCurrency)
                .with("type", "INCOMING_PAYMENT")
                .with("description", text);
        Row type = CompanySetup.voucherType(books, CompanySetup.PAYMENT);
        long gain = ore - share;
        Draft draft = gain == 0
                ? Draft.of(date, text, type, bank, customer)
                : Draft.of(
                        date,
                        text,
                        type,
                        bank,
                        customer,
                        Line.of(3, date, books.account(gain > 0 ? 8060 : 8160), -gain));
        bookkeeping.book(books, draft, true);
        bookkeeping.receivables().settle(books, invoice.id());
        return books.get("Invoice", invoice.id());
    }

    /** What a payment in the invoice's currency takes off the receivable in kroner. */
    private static long share(Row invoice, long ore, long amountCurrency) {
        if (invoice.refers("currency", CompanySetup.NOK)) {
            return ore;
        }
        if (amountCurrency == invoice.number("amountCurrencyOutstanding")) {
            return invoice.number("amountOutstanding");
        }
        return Math.floorDiv(amountCurrency * invoice.number("amount"), invoice.number("amountCurrency"));
    }

    Line onInvoice(Books books, Row invoice, LocalDate date, long ore, long amountCurrency) {
        Line.Money money = new Line.Money(amountCurrency, invoice.number("currency"));
        return Line.of(2, date, books.account(1500), ore, money)
                .with("customer", invoice.get("customer"))
                .with("invoiceNumber", Long.toString(invoice.number("invoiceNumber")))
                .with("_invoice", invoice.id());
    }

    /** A credit note over all or a part of the invoice; it lowers the invoice itself. */
    Row credit(Books books, Row invoice, LocalDate date, long ore, String comment) {
        long currency = invoice.number("amountCurrency") * ore / invoice.number("amount");
        long id = books.nextId();
        long number = books.count("invoice", 10001);
        long customer = invoice.number("customer");
        long unit = invoice.number("currency");
        head(
                books,
                id,
                number,
                new Issue(id, number, customer, date, date, -ore, unit, -currency, comment),
                invoice.id());
        String text = "Kreditnota nummer " + number + " til faktura " + invoice.number("invoiceNumber");
        Issue issue = new Issue(0, 0, customer, date, date, ore, unit, currency, comment);
        Draft draft = sale(books, invoice.id(), invoice.number("invoiceNumber"), text, issue, -1);
        Row voucher = bookkeeping.book(books, draft, true);
        Row credit = books.put(books.get("Invoice", id)
                .with(
                        "voucher",
                        voucher.id(),
                        "postings",
                        List.of(voucher.ids("postings").get(0)))
                .with("amountOutstanding", 0, "amountOutstandingTotal", 0)
                .with("amountCurrencyOutstanding", 0, "amountCurrencyOutstandingTotal", 0));
        books.update(books.get("Invoice", invoice.id()).with("isCredited", ore == invoice.number("amount")));
        bookkeeping.receivables().settle(books, invoice.id());
        events.happened(books, "invoice.charged", id, credit);
        return credit;
    }

    /** Sends a reminder; twice asked, twice sent. */
    Row remind(Books books, Row invoice, String type, LocalDate date, boolean charge) {
        long fee = charge ? REMINDER_FEE : 0;
        Row reminder = books.add("Reminder", "reminderDate", date, "type", type, "currency", CompanySetup.NOK);
        books.put(reminder.with("charge", fee, "chargeCurrency", fee, "totalCharge", fee, "totalChargeCurrency", fee)
                .with("totalAmountCurrency", invoice.number("amountCurrencyOutstanding") + fee)
                .with("interests", 0, "interestRate", 0, "kid", invoice.text("kid"))
                .with("termOfPayment", date.plusDays(REMINDER_TERM_DAYS))
                .with("bankAccountNumber", books.account(1920).text("bankAccountNumber"))
                .with("_invoice", invoice.id()));
        Receivables.recount(books, books.get("Invoice", invoice.id()).and("reminders", reminder.id()));
        return books.get("Reminder", reminder.id());
    }

    /** Invoice number with a modulus-10 check digit, in the form the contracts' examples have. */
    static String kid(long number) {
        String digits = "%06d0001".formatted(number < 20_000 ? 100_000 + number % 10_000 : number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weighed = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
