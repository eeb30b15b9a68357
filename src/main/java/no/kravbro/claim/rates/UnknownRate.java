package no.kravbro.claim.rates;

import java.time.LocalDate;

/** Nobody has entered what holds on a day, so nothing is reckoned with it. The message says what to enter, and where. */
public final class UnknownRate extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownRate(String file, LocalDate day) {
        super("Nothing is known for " + day + ": enter in rates/" + file
                + " a row with its first and last day, the value and its source");
    }
}
