package no.kravbro.reconcile;

import java.util.List;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Refusal;
import no.kravbro.money.Finding;
import no.kravbro.money.Statement;
import no.kravbro.money.StatementCheck;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in an agency's account of money events told before: checks it, links the events to their payout and ends its inbox
 * row, in one transaction. Books nothing. What does not hold together throws {@link Refusal}.
 */
@Service
public class StatementEntry {

    private final RemittanceWatch watch;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    StatementEntry(RemittanceWatch watch, Inbox inbox, TransactionTemplate transaction) {
        this.watch = watch;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    /** @param source and {@code key} of the inbox row that is ended with it */
    public void enter(Creditor creditor, Statement statement, String source, String key) {
        List<Finding> findings = StatementCheck.alone(statement);
        if (!findings.isEmpty()) {
            throw new Refusal(findings.get(0).cause().name(), findings.get(0).detail());
        }
        transaction.executeWithoutResult(status -> {
            watch.received(creditor, statement);
            inbox.worked(source, key);
        });
    }
}
