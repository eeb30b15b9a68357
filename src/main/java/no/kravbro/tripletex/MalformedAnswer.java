package no.kravbro.tripletex;

/** An answer that promised a document and does not hold it. The message names what is missing, never a value. */
public final class MalformedAnswer extends RuntimeException {

    public MalformedAnswer(String message) {
        super(message);
    }

    public MalformedAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
