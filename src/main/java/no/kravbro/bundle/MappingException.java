package no.kravbro.bundle;

/** A mapping that cannot be compiled, or that could not map a document. The message never holds the document's values. */
public final class MappingException extends RuntimeException {

    private final String file;
    private final int line;
    private final String reason;

    /** @param line line in the mapping file, or 0 when it is not known */
    public MappingException(String file, int line, String reason, Throwable cause) {
        super(file + ":" + line + ": " + reason, cause);
        this.file = file;
        this.line = line;
        this.reason = reason;
    }

    /** The mapping file, below the routes directory. */
    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
