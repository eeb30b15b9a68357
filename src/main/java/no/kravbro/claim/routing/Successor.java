package no.kravbro.claim.routing;

import java.time.LocalDate;

/**
 * Who takes an agency's new claims instead of it, while it ends those it has.
 *
 * @param from first day, Oslo
 */
public record Successor(String agency, LocalDate from) {

    boolean has(LocalDate today) {
        return !today.isBefore(from);
    }
}
