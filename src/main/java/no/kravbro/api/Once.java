package no.kravbro.api;

import java.util.function.Supplier;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Sql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Honours Idempotency-Key: the key enters the inbox in the transaction of the action itself, so a call repeated after a
 * lost answer does nothing twice, and a refused one may be tried again.
 */
@Component
class Once {

    private static final String SOURCE = "api";

    private final Inbox inbox;
    private final TransactionTemplate transaction;

    Once(Inbox inbox, TransactionTemplate transaction) {
        this.inbox = inbox;
        this.transaction = transaction;
    }

    /**
     * @param request what is asked for, in full; the same key with another request is a problem. Only its hash is kept
     * @param action runs the first time
     * @param after gives the answer every time
     */
    <T> T run(Caller caller, String request, Runnable action, Supplier<T> after) {
        if (caller.idempotencyKey() == null) {
            action.run();
            return after.get();
        }
        Inbox.Entry entry = transaction.execute(status -> {
            Inbox.Entry entered = inbox.enter(SOURCE, caller.idempotencyKey(), null, Sql.hash(request));
            if (entered == Inbox.Entry.NEW) {
                action.run();
                inbox.worked(SOURCE, caller.idempotencyKey());
            } else if (entered == Inbox.Entry.CHANGED) {
                status.setRollbackOnly();
            }
            return entered;
        });
        if (entry == Inbox.Entry.CHANGED) {
            throw new ApiProblem(ApiProblem.Code.KEY_REUSED, "This Idempotency-Key belongs to another request");
        }
        return after.get();
    }
}
