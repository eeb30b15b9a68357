package no.kravbro.api;

import java.util.function.Supplier;
import no.kravbro.audit.AuditTrail;
import no.kravbro.deadletter.Refused;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Sql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a caller asks for, and writes it down. Honours Idempotency-Key: the key enters the inbox in the transaction of the
 * action itself, so a call repeated after a lost answer does nothing twice, and a refused one may be tried again.
 */
@Component
class Once {

    private static final String SOURCE = "api";

    private final Inbox inbox;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Once(Inbox inbox, AuditTrail audit, TransactionTemplate transaction) {
        this.inbox = inbox;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * @param act what the audit trail tells of it; a refusal is told too
     * @param request what is asked for, in full; the same key with another request is a problem. Only its hash is kept
     * @param action runs the first time
     * @param after gives the answer every time
     */
    <T> T run(Caller caller, Act act, String request, Runnable action, Supplier<T> after) {
        try {
            enter(caller, act, request, action);
        } catch (ApiProblem problem) {
            audit.record(act.refused(
                    caller, problem.reason() == null ? problem.code().name() : problem.reason()));
            throw problem;
        } catch (Refused refused) {
            audit.record(act.refused(caller, refused.code().name()));
            throw refused;
        }
        return after.get();
    }

    private void enter(Caller caller, Act act, String request, Runnable action) {
        Inbox.Entry entry = transaction.execute(status -> {
            String key = caller.idempotencyKey();
            Inbox.Entry entered = key == null ? Inbox.Entry.NEW : inbox.enter(SOURCE, key, null, Sql.hash(request));
            if (entered == Inbox.Entry.NEW) {
                String before = act.standing().get();
                action.run();
                if (key != null) {
                    inbox.worked(SOURCE, key);
                }
                // Last: the end of the trail stays locked until this commits.
                audit.record(act.done(caller, before));
            } else if (entered == Inbox.Entry.CHANGED) {
                status.setRollbackOnly();
            }
            return entered;
        });
        if (entry == Inbox.Entry.CHANGED) {
            throw new ApiProblem(ApiProblem.Code.KEY_REUSED, "This Idempotency-Key belongs to another request");
        }
    }
}
