package no.kravbro.api.cli;

/** The server said no, or nothing at all. The message is for the person at the keyboard. */
final class CallFailed extends RuntimeException {

    static final int SAID_NO = 1;
    static final int UNREACHABLE = 3;

    private final int exitCode;

    CallFailed(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
