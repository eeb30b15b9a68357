package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;

/** From this day on, before that day; an end that is null is open. */
record Period(LocalDate from, LocalDate to) {

    boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
