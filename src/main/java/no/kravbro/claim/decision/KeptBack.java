package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.Objects;
import no.kravbro.claim.Invoice;

/**
 * What a creditor keeps back for now.
 *
 * @param number of the invoice, or of the customer
 * @param until first day on which it may go again; null = when a person says so
 * @param reason why, in the creditor's own words
 */
public record KeptBack(Kind kind, String number, LocalDate until, String reason) {

    /** One invoice, or all of a customer's. */
    public enum Kind {
        INVOICE,
        CUSTOMER
    }

    public KeptBack {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether it stands against this invoice on a day. */
    public boolean holds(Invoice invoice, LocalDate today) {
        String named =
                kind == Kind.INVOICE ? invoice.number() : invoice.debtor().customerNumber();
        return number.equals(named) && (until == null || until.isAfter(today));
    }
}
