package no.kravbro.crash;

/** The process is dead: whatever still runs of it does nothing more. */
final class Died extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Died() {
        super("The process is dead", null, false, false);
    }
}
