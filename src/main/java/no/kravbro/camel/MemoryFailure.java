package no.kravbro.camel;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells a failure of our memory from one of what was to be kept there. */
final class MemoryFailure {

    private MemoryFailure() {}

    /** No connection, no transaction, no room on the disk: it may pass. What the memory refuses to hold is refused for ever. */
    static boolean passing(Throwable failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessException && !(failure instanceof DataIntegrityViolationException);
    }

    /** True for whatever comes from the memory, passing or not: its words quote rows. */
    static boolean any(Throwable failure) {
        return failure instanceof TransactionException || failure instanceof DataAccessException;
    }
}
