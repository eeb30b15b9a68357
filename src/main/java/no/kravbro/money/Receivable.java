package no.kravbro.money;

import java.util.Objects;

/**
 * The open item a settlement pays, as our own books know it; the agency's copy of the invoice number is not trusted.
 *
 * @param customerId the accounting system's customer id
 */
public record Receivable(long customerId, String invoiceNumber) {

    public Receivable {
        Objects.requireNonNull(invoiceNumber, "invoiceNumber");
    }
}
