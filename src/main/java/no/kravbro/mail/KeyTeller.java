package no.kravbro.mail;

import java.time.Instant;
import java.util.List;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells a creditor and operations that a key lets us in no more: until somebody acts, nothing of the creditor moves there. */
@Component
class KeyTeller implements Teller {

    private final JdbcClient sql;
    private final Creditors creditors;
    private final Secretary secretary;
    private final TransactionTemplate transaction;

    KeyTeller(JdbcClient sql, Creditors creditors, Secretary secretary, TransactionTemplate transaction) {
        this.sql = sql;
        this.creditors = creditors;
        this.secretary = secretary;
        this.transaction = transaction;
    }

    private record Stopped(String creditorId, String farSide, Instant since) {}

    @Override
    public void tell(Instant now) {
        List<Stopped> all = sql.sql("select creditor_id, subject, opened_at from difference"
                        + " where cause = 'KEY_STOPPED' and state = 'OPEN' order by id")
                .query((row, number) -> new Stopped(
                        row.getString("creditor_id"), row.getString("subject"), Sql.instant(row, "opened_at")))
                .list();
        all.forEach(each -> creditors.find(each.creditorId()).ifPresent(creditor -> {
            String key = "key/" + creditor.id() + "/" + each.farSide() + "/"
                    + each.since().getEpochSecond();
            if (!secretary.isTold(key)) {
                Secretary.Words words = to -> Content.of(
                        to.say("mail.KEY_STOPPED.subject", creditor.name(), each.farSide()),
                        List.of(
                                to.say(
                                        "mail.key.text",
                                        creditor.name(),
                                        each.farSide(),
                                        Moments.of(each.since(), to.locale())),
                                to.say("mail.key.next")),
                        "/creditors/" + creditor.id());
                // Both or none: whoever is missing would be taken for told.
                transaction.executeWithoutResult(status -> {
                    secretary.deadline(creditor, MailKind.KEY_STOPPED, key, words);
                    secretary.operations(MailKind.KEY_STOPPED, key, words);
                });
            }
        }));
    }
}
