package no.kravbro.sandbox;

import java.time.Instant;

/**
 * One event on its way to somebody's address.
 *
 * @param event name of the event, as faults match it
 * @param attempts how often it was tried in vain
 * @param notBefore machine time of the next attempt
 * @param late true while it waits for the one after it (out of order on purpose)
 */
public record Letter(String id, String event, String url, String body, int attempts, Instant notBefore, boolean late) {

    Letter triedAgain(Instant next) {
        return new Letter(id, event, url, body, attempts + 1, next, late);
    }

    Letter onTime() {
        return new Letter(id, event, url, body, attempts, notBefore, false);
    }
}
