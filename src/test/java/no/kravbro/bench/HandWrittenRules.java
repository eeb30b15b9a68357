package no.kravbro.bench;

import java.time.LocalDate;

/**
 * The decision as one method with conditions in a row, for the creditor of the bench: no excluded invoices or customers, no
 * upper limits, an agency that waits fourteen days and needs organisation numbers of businesses.
 */
record HandWrittenRules(String decision, String reasons) {

    private static final int WAIT_DAYS = 14;

    static HandWrittenRules decide(HandWrittenInvoice invoice) {
        LocalDate due = LocalDate.parse(invoice.dueDate);
        StringBuilder exclude = new StringBuilder();
        StringBuilder hold = new StringBuilder();
        if (invoice.creditNote) {
            add(exclude, "CREDIT_NOTE", "", null);
        }
        if (invoice.credited) {
            add(exclude, "CREDITED", "", null);
        }
        if (!invoice.creditNote && invoice.outstandingOre == 0) {
            add(exclude, "PAID", "", null);
        }
        if (!invoice.creditNote && invoice.outstandingOre < 0) {
            add(exclude, "OVERPAID", "\"openOre\":\"" + invoice.outstandingOre + "\"", null);
        }
        if (!"NOK".equals(invoice.currency)) {
            add(exclude, "FOREIGN_CURRENCY", "\"currency\":\"" + invoice.currency + "\"", null);
        }
        holds(invoice, due, hold);
        String decision = !exclude.isEmpty() ? "EXCLUDE" : hold.isEmpty() ? "TRANSFER" : "HOLD";
        String comma = exclude.isEmpty() || hold.isEmpty() ? "" : ",";
        return new HandWrittenRules(decision, "[" + exclude + comma + hold + "]");
    }

    private static void holds(HandWrittenInvoice invoice, LocalDate due, StringBuilder hold) {
        if (invoice.factored) {
            add(hold, "FACTORED", "", null);
        }
        if (invoice.notices) {
            add(hold, "AUTOMATIC_NOTICES", "", null);
        }
        if (!due.isAfter(InvoiceDocument.FIRST_DAY)) {
            add(hold, "BEFORE_START_DATE", "\"startDay\":\"" + InvoiceDocument.FIRST_DAY + "\"", null);
        }
        until(hold, "NOT_OVERDUE", due.plusDays(1));
        until(hold, "TOO_EARLY", due.plusDays(WAIT_DAYS));
        if (invoice.outstandingOre > 0 && invoice.outstandingOre < Side.MINIMUM_ORE) {
            String open = "\"openOre\":\"" + invoice.outstandingOre + "\"";
            add(hold, "BELOW_MINIMUM", open + ",\"minimumOre\":\"" + Side.MINIMUM_ORE + "\"", null);
        }
        if (!invoice.privatePerson && invoice.organizationNumber == null) {
            add(hold, "MISSING_DEBTOR_DATA", "\"missingFields\":\"organizationNumber\"", null);
        }
        if (invoice.postings.stream().noneMatch(posting -> posting.amountOre > 0) && !invoice.creditNote) {
            add(hold, "NO_RECEIVABLE_POSTING", "", null);
        }
    }

    private static void until(StringBuilder reasons, String code, LocalDate day) {
        if (InvoiceDocument.TODAY.isBefore(day)) {
            add(reasons, code, "\"untilDay\":\"" + day + "\"", day);
        }
    }

    private static void add(StringBuilder reasons, String code, String params, LocalDate until) {
        String day = until == null ? "null" : "\"" + until + "\"";
        reasons.append(reasons.isEmpty() ? "" : ",")
                .append("{\"code\":\"" + code + "\",\"params\":{" + params + "},\"until\":" + day + "}");
    }
}
