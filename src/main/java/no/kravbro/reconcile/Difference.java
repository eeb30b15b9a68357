package no.kravbro.reconcile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Two sides that should agree and do not.
 *
 * @param cause code of the cause catalogue
 * @param subject what it is about, unique with its cause: an invoice, a remittance, a booking key
 * @param unexplainedOre as much of the amount as nothing accounts for
 * @param wrongSince first Oslo day it was there, where the captures tell, or null
 * @param acceptedUntil last Oslo day of an acceptance that ends, or null
 * @param closedAt null while it is open
 */
public record Difference(
        long id,
        String creditorId,
        String claimKey,
        String cause,
        String subject,
        long amountOre,
        long unexplainedOre,
        LocalDate wrongSince,
        String detail,
        DifferenceState state,
        LocalDate acceptedUntil,
        Instant openedAt,
        Instant closedAt) {}
