package no.kravbro.delivery;

import java.time.Instant;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.Decision;

/**
 * An invoice as it was when last read, and what was decided then.
 *
 * @param seenAt machine time
 */
public record InvoiceRow(String creditorId, Invoice invoice, Decision decision, Instant seenAt) {}
