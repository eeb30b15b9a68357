package no.kravbro.mail;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.kravbro.Settings;
import no.kravbro.Texts;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Mailing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what is to be told to each who is to be told, in the language that was asked for, once. */
@Component
class Secretary {

    private final Mails mails;
    private final Letterhead letterhead;
    private final Declining declining;
    private final Texts texts;
    private final Settings.Mail settings;
    private final TransactionTemplate transaction;

    Secretary(
            Mails mails,
            Letterhead letterhead,
            Declining declining,
            Texts texts,
            Settings settings,
            TransactionTemplate transaction) {
        this.mails = mails;
        this.letterhead = letterhead;
        this.declining = declining;
        this.texts = texts;
        this.settings = settings.mail();
        this.transaction = transaction;
    }

    /** What is said, in the reader's language. */
    interface Words extends Function<Language, Content> {}

    /** Looks words up. */
    record Language(Texts texts, Locale locale) {

        String say(String key, Object... arguments) {
            return texts.of(key, locale, arguments);
        }
    }

    boolean isTold(String key) {
        return mails.isKnown(key);
    }

    /** To those of a creditor who see to its deadlines. */
    void deadline(Creditor creditor, MailKind kind, String key, Words words) {
        Mailing mailing = creditor.wishes().mailing();
        tell(key, kind, creditor.id(), mailing.deadlines(), mailing.locale(), words, null);
    }

    /** To those of a creditor who want to know each day. */
    void digest(Creditor creditor, String key, Words words) {
        Mailing mailing = creditor.wishes().mailing();
        List<String> wanted = mailing.digests().stream()
                .filter(each -> !declining.hasDeclined(creditor.id(), each))
                .toList();
        tell(key, MailKind.DIGEST, creditor.id(), wanted, mailing.locale(), words, null);
    }

    /** To those of a creditor who keep its books. */
    void settlement(Creditor creditor, String key, Words words, Enclosure document) {
        Mailing mailing = creditor.wishes().mailing();
        tell(key, MailKind.SETTLEMENT, creditor.id(), mailing.settlements(), mailing.locale(), words, document);
    }

    /** To those who keep the product running. */
    void operations(MailKind kind, String key, Words words) {
        tell(key, kind, null, settings.operations(), Texts.language(settings.language()), words, null);
    }

    private void tell(
            String key,
            MailKind kind,
            String creditorId,
            Collection<String> recipients,
            Locale language,
            Words words,
            Enclosure enclosure) {
        if (recipients.isEmpty()) {
            return;
        }
        Content content = words.apply(new Language(texts, language));
        transaction.executeWithoutResult(status -> recipients.forEach(recipient -> {
            String decline = kind.mayBeDeclined() ? letterhead.link(declining.path(creditorId, recipient)) : null;
            mails.add(key, recipient, kind, creditorId, letterhead.write(content, language, decline, enclosure));
        }));
    }
}
