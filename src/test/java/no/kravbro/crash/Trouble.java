package no.kravbro.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;

/** What can go wrong on a wire. */
enum Trouble {
    REFUSED(false, 0),
    RESET_BEFORE(false, 0),
    TIMEOUT_AFTER(true, 0),
    RESET_AFTER(true, 0),
    TRUNCATED(true, 0),
    GARBAGE(true, 200),
    ERROR_500_BEFORE(false, 500),
    ERROR_500_AFTER(true, 500),
    UNAVAILABLE_503(false, 503),
    TOO_MANY_429(false, 429);

    private final boolean done;
    private final int status;

    Trouble(boolean done, int status) {
        this.done = done;
        this.status = status;
    }

    /** Whether the far side does what it was asked. */
    boolean done() {
        return done;
    }

    /** Status of what is answered instead; 0 when nothing is. */
    int status() {
        return status;
    }

    /** How the caller hears of it when nothing is answered. */
    IOException failure() {
        return switch (this) {
            case REFUSED -> new ConnectException("Connection refused");
            case TIMEOUT_AFTER -> new SocketTimeoutException("Read timed out");
            case TRUNCATED -> new ConnectionClosedException("Premature end of the answer");
            default -> new SocketException("Connection reset");
        };
    }
}
