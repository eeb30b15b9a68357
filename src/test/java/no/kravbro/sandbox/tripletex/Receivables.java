package no.kravbro.sandbox.tripletex;

import java.util.List;

/** Which postings count on which invoice, and groups of postings that cancel out. */
final class Receivables {

    private final Events events;
    private Effect effect = Effect.AFTER_CLOSING;

    Receivables(Events events) {
        this.events = events;
    }

    void effect(Effect effect) {
        this.effect = effect;
    }

    /** A posting reached the ledger. One made by Tripletex itself names its invoice; a voucher's line has the number. */
    void posted(Books books, Row posting) {
        if (posting.number("_invoice") != 0) {
            link(books, books.get("Invoice", posting.number("_invoice")), posting);
        } else if (effect == Effect.AT_ONCE) {
            Row invoice = named(books, posting);
            if (invoice != null) {
                link(books, invoice, posting.with("_invoice", invoice.id()));
            }
        }
    }

    /** Closes what is open on the invoice when it comes to zero, as a payment does by itself. */
    void settle(Books books, long invoice) {
        List<Row> open = books.get("Invoice", invoice).ids("postings").stream()
                .map(id -> books.get("Posting", id))
                .filter(posting -> posting.get("closeGroup") == null)
                .toList();
        if (open.size() > 1 && sum(open, "amount") == 0) {
            close(books, open);
        }
    }

    Row close(Books books, List<Row> postings) {
        Row group = books.add(
                "CloseGroup",
                "date",
                postings.get(postings.size() - 1).text("date"),
                "postings",
                postings.stream().map(Row::id).toList());
        postings.forEach(posting -> books.put(posting.with("closeGroup", group.id())));
        if (effect == Effect.AFTER_CLOSING) {
            group.ids("postings").forEach(id -> linkClosed(books, group, books.get("Posting", id)));
        }
        events.happened(books, "closeGroup.create", group.id(), group);
        return group;
    }

    void open(Books books, long groupId) {
        Row group = books.need("CloseGroup", groupId);
        for (long id : group.ids("postings")) {
            Row posting = books.put(books.get("Posting", id).with("closeGroup", null));
            if (posting.flag("_byClosing")) {
                Row invoice = books.get("Invoice", posting.number("_invoice"));
                books.put(posting.with("_invoice", null, "_byClosing", null));
                recount(books, invoice.without("postings", id));
            }
        }
        books.remove(group);
        events.happened(books, "closeGroup.delete", groupId, null);
    }

    private void linkClosed(Books books, Row group, Row posting) {
        if (posting.number("_invoice") != 0) {
            return;
        }
        List<Long> invoices = group.ids("postings").stream()
                .map(id -> books.get("Posting", id).number("_invoice"))
                .filter(id -> id != 0)
                .distinct()
                .toList();
        Row named = named(books, posting);
        Row invoice = named != null && invoices.contains(named.id())
                ? named
                : invoices.size() == 1 ? books.get("Invoice", invoices.get(0)) : null;
        if (invoice != null) {
            link(books, invoice, posting.with("_invoice", invoice.id(), "_byClosing", true));
        }
    }

    /** The invoice a voucher's line speaks of: receivables account, the invoice's own customer, its number. */
    private static Row named(Books books, Row posting) {
        String number = posting.text("invoiceNumber");
        if (number == null
                || !number.matches("\\d{1,18}")
                || !"CUSTOMER"
                        .equals(books.get("Account", posting.number("account")).text("ledgerType"))) {
            return null;
        }
        Row invoice = books.invoice(Long.parseLong(number));
        return invoice != null && invoice.refers("customer", posting.number("customer")) ? invoice : null;
    }

    private static void link(Books books, Row invoice, Row posting) {
        books.put(posting);
        recount(books, invoice.and("postings", posting.id()));
    }

    /** The version stays: a payment does not count it up. */
    static void recount(Books books, Row invoice) {
        List<Row> postings = invoice.ids("postings").stream()
                .map(id -> books.get("Posting", id))
                .toList();
        long open = sum(postings, "amount");
        long openCurrency = sum(postings, "amountCurrency");
        List<Long> reminders = invoice.ids("reminders");
        long extra = reminders.isEmpty()
                ? 0
                : books.get("Reminder", reminders.get(reminders.size() - 1)).number("totalCharge");
        books.put(invoice.with(
                "amountOutstanding",
                open,
                "amountOutstandingTotal",
                open + extra,
                "amountCurrencyOutstanding",
                openCurrency,
                "amountCurrencyOutstandingTotal",
                openCurrency + extra));
    }

    static long sum(List<Row> rows, String field) {
        return rows.stream().mapToLong(row -> row.number(field)).sum();
    }
}
