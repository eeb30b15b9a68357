package no.kravbro.agency;

/** A profile or answer table that cannot be used. The message is one sentence: file, field, and what to do. */
public final class ProfileException extends RuntimeException {

    public ProfileException(String message) {
        super(message);
    }

    public ProfileException(String message, Throwable cause) {
        super(message, cause);
    }
}
