package no.kravbro.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.kravbro.deadletter.Alerts;
import no.kravbro.deadletter.LetterGroup;
import no.kravbro.deadletter.LetterGroups;
import no.kravbro.money.NorwegianFormat;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells operations of new, returned and grown groups of dead letters. What nobody was told of for a day is no news any more. */
@Component
class AlertTeller implements Teller {

    private static final int AT_ONCE = 50;
    private static final Duration NEWS = Duration.ofDays(1);

    private final Alerts alerts;
    private final LetterGroups groups;
    private final Secretary secretary;
    private final TransactionTemplate transaction;
    private final Clock machine;

    AlertTeller(
            Alerts alerts,
            LetterGroups groups,
            Secretary secretary,
            TransactionTemplate transaction,
            @Qualifier("machine") Clock machine) {
        this.alerts = alerts;
        this.groups = groups;
        this.secretary = secretary;
        this.transaction = transaction;
        this.machine = machine;
    }

    @Override
    public void tell(Instant now) {
        List<Alerts.Alert> untold = alerts.untold(AT_ONCE);
        if (!untold.isEmpty()) {
            transaction.executeWithoutResult(status -> told(untold));
        }
    }

    private void told(List<Alerts.Alert> untold) {
        Instant news = machine.instant().minus(NEWS);
        List<Alerts.Alert> mine = untold.stream()
                .filter(each -> alerts.told(each.id()))
                .filter(each -> each.raisedAt().isAfter(news))
                .toList();
        if (mine.isEmpty()) {
            return;
        }
        String key =
                "alert/" + mine.get(0).id() + "-" + mine.get(mine.size() - 1).id();
        secretary.operations(
                MailKind.ALERT,
                key,
                to -> new Content(
                        to.say("mail.ALERT.subject", mine.size()),
                        List.of(to.say("mail.alert.text")),
                        List.of(
                                to.say("mail.column.why"),
                                to.say("mail.column.cause"),
                                to.say("mail.column.count"),
                                to.say("mail.column.amount")),
                        mine.stream().map(each -> cells(each, to)).toList(),
                        List.of(),
                        "/dead-letters"));
    }

    private List<String> cells(Alerts.Alert alert, Secretary.Language to) {
        String cause = groups.find(alert.fingerprint())
                .map(LetterGroup::cause)
                .map(each -> to.say("cause." + each + ".title"))
                .orElseGet(() -> to.say("mail.alert.over"));
        return List.of(
                to.say(alert.kind().key()),
                cause,
                String.valueOf(alert.letters()),
                NorwegianFormat.kroner(alert.amountOre()));
    }
}
