package no.kravbro.sandbox;

/** What can go wrong on demand between a caller and a sandbox, or between a sandbox and the address of its events. */
public enum FaultKind {
    /** Nobody listens: the port is closed until the fault is cleared, or for the fault's delay. */
    REFUSED(false, 0, Manner.NONE),
    /** The connection breaks, nothing was processed. */
    RESET_BEFORE(false, 0, Manner.ABORT),
    /** Processed, then the connection breaks. */
    RESET_AFTER(true, 0, Manner.ABORT),
    /** Processed, but the answer is held back until it is released, or for the fault's delay. */
    TIMEOUT_AFTER_COMMIT(true, 0, Manner.HOLD),
    ERROR_500_BEFORE(false, 500, Manner.SEND),
    ERROR_500_AFTER(true, 500, Manner.SEND),
    BAD_GATEWAY_502(false, 502, Manner.SEND),
    UNAVAILABLE_503(false, 503, Manner.SEND),
    /** With or without {@code Retry-After}, as the fault says. */
    TOO_MANY_429(false, 429, Manner.SEND),
    LOCKED_423(false, 423, Manner.SEND),
    /** The content is refused as a whole. */
    BAD_REQUEST_400(false, 400, Manner.SEND),
    /** The caller's token has died before its time. */
    UNAUTHORIZED_401(false, 401, Manner.SEND),
    /** The content is refused as a whole. */
    UNPROCESSABLE_422(false, 422, Manner.SEND),
    /** Processed and answered, after the fault's delay. */
    SLOW(true, 0, Manner.HOLD),
    /** Processed; the answer promises more bytes than come before the connection breaks. */
    TRUNCATED(true, 0, Manner.TRUNCATE),
    /** Processed; the status is right, the body is not JSON. */
    GARBAGE(true, 0, Manner.GARBLE),
    /** Processed; the answer is the one that an earlier call of the same kind was given. */
    CROSSED(true, 0, Manner.CROSS),
    /** An event is sent twice. */
    WEBHOOK_DUPLICATE(true, 0, Manner.EVENT),
    /** An event comes after the one that follows it. */
    WEBHOOK_OUT_OF_ORDER(true, 0, Manner.EVENT),
    /** An event is lost. */
    WEBHOOK_NEVER(true, 0, Manner.EVENT),
    /** What a write causes is done, and its event sent, before the write is answered. */
    WEBHOOK_EARLY(true, 0, Manner.EVENT),
    /** A file is made but not put where it can be read, until its partner is cleared: a gap once another follows. */
    FILE_HELD_BACK(true, 0, Manner.EVENT),
    /** A file is followed by another with the same number. */
    FILE_DUPLICATE_NUMBER(true, 0, Manner.EVENT),
    /** The sum in the last line is wrong; the right file follows under the next number once its partner is cleared. */
    FILE_WRONG_SUM(true, 0, Manner.EVENT),
    /** Only a part under another name, until its partner is cleared. */
    FILE_HALF_WRITTEN(true, 0, Manner.EVENT),
    /** UTF-8 with a mark; the right file follows under the next number once its partner is cleared. */
    FILE_WRONG_ENCODING(true, 0, Manner.EVENT);

    /** How the answer goes out. */
    enum Manner {
        NONE,
        SEND,
        ABORT,
        HOLD,
        TRUNCATE,
        GARBLE,
        CROSS,
        EVENT
    }

    private final boolean processed;
    private final int status;
    private final Manner manner;

    FaultKind(boolean processed, int status, Manner manner) {
        this.processed = processed;
        this.status = status;
        this.manner = manner;
    }

    /** Whether the far side does what it was asked before the trouble starts. */
    public boolean processed() {
        return processed;
    }

    /** Status of the answer given instead of the real one; 0 when there is none. */
    int status() {
        return status;
    }

    Manner manner() {
        return manner;
    }

    public boolean event() {
        return manner == Manner.EVENT;
    }
}
