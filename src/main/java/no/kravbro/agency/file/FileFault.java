package no.kravbro.agency.file;

/** A file that is not as its format says. The message names line and column, never a value. */
public final class FileFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FileFault(String message) {
        super(message);
    }
}
