package no.kravbro.sandbox;

/** The sandbox needs what another process has. Its message is one sentence that names it and the way out. */
public final class InUse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what the thing and what the sandbox needs it for */
    InUse(String what, Throwable cause) {
        super(what + " is used by another process: stop that one, most likely another `make run`.", cause);
    }
}
