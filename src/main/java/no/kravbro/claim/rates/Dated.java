package no.kravbro.claim.rates;

import java.time.LocalDate;

/**
 * A value with the days on which it holds.
 *
 * @param from first day
 * @param to last day, or null until another value begins
 * @param source where it was read
 * @param entered day on which it was written down here
 */
public record Dated<T>(LocalDate from, LocalDate to, T value, String source, LocalDate entered) {

    boolean begunOn(LocalDate day) {
        return !from.isAfter(day);
    }

    boolean endedOn(LocalDate day) {
        return to != null && to.isBefore(day);
    }
}
