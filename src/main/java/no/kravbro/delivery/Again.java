package no.kravbro.delivery;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** Repeats a transaction of ours that the database gave up in favour of another one (deadlock): nothing of it has happened. */
final class Again {

    private static final int TIMES = 5;

    private Again() {}

    /** The last try's failure is thrown. Only for a whole transaction without effects outside the database. */
    static <T> T whenGivenUp(Supplier<T> transaction) {
        for (int left = TIMES - 1; left > 0; left--) {
            try {
                return transaction.get();
            } catch (ConcurrencyFailureException givenUp) {
                // The other transaction went on, so the way is free by now.
                continue;
            }
        }
        return transaction.get();
    }
}
