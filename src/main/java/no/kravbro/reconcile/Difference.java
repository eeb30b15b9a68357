package no.kravbro.reconcile;

import java.time.Instant;

/**
 * Two sides that should agree and do not.
 *
 * @param cause code of the cause catalogue
 * @param subject what it is about, unique with its cause: an invoice, a remittance, a booking key
 * @param closedAt null while it is open
 */
public record Difference(
        long id,
        String creditorId,
        String claimKey,
        String cause,
        String subject,
        long amountOre,
        String detail,
        Instant openedAt,
        Instant closedAt) {}
