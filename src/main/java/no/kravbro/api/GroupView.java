package no.kravbro.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.deadletter.LetterGroup;

/**
 * Dead letters with one fix as people and programs see them.
 *
 * @param title what happened, in the caller's language
 * @param nextStep what to do, in the caller's language
 * @param dueOn by when the oldest should be seen to
 * @param dueWords the same as a sentence
 * @param overdue whether that day has passed
 */
public record GroupView(
        String fingerprint,
        String cause,
        String title,
        String nextStep,
        String owner,
        String target,
        String what,
        long open,
        long retrying,
        long inquiring,
        long amountOre,
        long inDoubt,
        long locked,
        long otherVersion,
        LocalDate since,
        LocalDate dueOn,
        String dueWords,
        boolean overdue,
        Instant firstSeen,
        Instant lastSeen,
        String assignee,
        String note,
        LocalDate mutedUntil) {

    public static GroupView of(LetterGroup group, Texts texts, Locale language) {
        return new GroupView(
                group.fingerprint(),
                group.cause().name(),
                texts.of(group.cause().titleKey(), language),
                texts.of(group.cause().nextKey(), language),
                group.owner().name(),
                group.agency(),
                group.what(),
                group.open(),
                group.retrying(),
                group.inquiring(),
                group.amountOre(),
                group.inDoubt(),
                group.locked(),
                group.otherVersion(),
                group.since(),
                group.deadline().day(),
                texts.of(
                        group.deadline().key(),
                        language,
                        Math.abs(group.deadline().left())),
                group.deadline().isOver(),
                group.firstSeen(),
                group.lastSeen(),
                group.saying().assignee(),
                Masking.mask(group.saying().note()),
                group.saying().mutedUntil());
    }
}
