package no.kravbro.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.money.NorwegianFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells a creditor and operations in time that a key with a known end has to be renewed: 30, 14, 3 days before, and on the day. */
@Component
class KeyEndTeller implements Teller {

    private static final List<Integer> DAYS_BEFORE = List.of(0, 3, 14, 30);

    private final Creditors creditors;
    private final Secretary secretary;
    private final TransactionTemplate transaction;

    KeyEndTeller(Creditors creditors, Secretary secretary, TransactionTemplate transaction) {
        this.creditors = creditors;
        this.secretary = secretary;
        this.transaction = transaction;
    }

    @Override
    public void tell(Instant now) {
        creditors.all().stream()
                .filter(creditor -> creditor.wishes().keyExpiresOn() != null)
                .forEach(creditor -> {
                    LocalDate end = creditor.wishes().keyExpiresOn();
                    step(end, now).ifPresent(days -> tell(creditor, end, days));
                });
    }

    /** The last that has come; earlier ones that were missed are missed. */
    private static Optional<Integer> step(LocalDate end, Instant now) {
        return DAYS_BEFORE.stream()
                .filter(days -> !now.isBefore(Moments.morning(end.minusDays(days))))
                .findFirst();
    }

    private void tell(Creditor creditor, LocalDate end, int days) {
        String key = "key-end/" + creditor.id() + "/" + end + "/" + days;
        if (secretary.isTold(key)) {
            return;
        }
        Secretary.Words words = to -> Content.of(
                to.say("mail.KEY_ENDS.subject", creditor.name(), NorwegianFormat.day(end)),
                List.of(
                        to.say("mail.keyEnds.text", creditor.name(), Moments.of(end, to.locale())),
                        to.say("mail.keyEnds.next")),
                "/creditors/" + creditor.id());
        // Both or none: whoever is missing would be taken for told.
        transaction.executeWithoutResult(status -> {
            secretary.deadline(creditor, MailKind.KEY_ENDS, key, words);
            secretary.operations(MailKind.KEY_ENDS, key, words);
        });
    }
}
