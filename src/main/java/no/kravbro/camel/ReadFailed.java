package no.kravbro.camel;

import java.time.Duration;
import no.kravbro.agency.WireAnswer;

/** A read did not succeed. Nothing was changed by it, so it is simply done again later. */
public final class ReadFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration pause;

    public ReadFailed(WireAnswer answer) {
        super(answer.failure() == null ? "Answered with status " + answer.status() : "No answer: " + answer.failure());
        this.pause = answer.retryAfter();
    }

    public ReadFailed(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    /** How long they asked us to wait, or null. */
    public Duration pause() {
        return pause;
    }
}
