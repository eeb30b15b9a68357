package no.kravbro.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.deadletter.DeadLetter;

/**
 * A dead letter as people and programs see it.
 *
 * @param title what happened, in the caller's language
 * @param nextStep what to do, in the caller's language
 * @param detail the far side's words
 * @param mendFirst a retry needs to be told what has been mended; the next step says what must be
 * @param actions what may be done with it now
 * @param since the day it was buried
 * @param assignee who sees to it, or null
 * @param closing what else closing it ends or tells, in the caller's language; null where there is nothing else
 */
public record DeadLetterView(
        long id,
        String subject,
        String what,
        String creditorId,
        String target,
        String claimKey,
        long amountOre,
        String cause,
        String title,
        String nextStep,
        String owner,
        String detail,
        boolean mayHaveLanded,
        boolean mendFirst,
        String state,
        String closeReason,
        String fingerprint,
        List<String> actions,
        String closing,
        String bundleVersion,
        String routeId,
        LocalDate since,
        String assignee,
        Instant createdAt,
        Instant updatedAt) {

    public static DeadLetterView of(DeadLetter letter, Texts texts, Locale language) {
        return new DeadLetterView(
                letter.id(),
                letter.subject(),
                letter.what(),
                letter.creditorId(),
                letter.agency(),
                letter.claimKey(),
                letter.amountOre(),
                letter.cause().name(),
                texts.of(letter.cause().titleKey(), language),
                texts.of(letter.cause().nextKey(), language),
                letter.owner().name(),
                Masking.mask(letter.detail()),
                letter.mayHaveLanded(),
                letter.cause().mendFirst(),
                letter.state().name(),
                letter.closeReason() == null ? null : letter.closeReason().name(),
                letter.fingerprint(),
                actions(letter),
                letter.closingKey().map(key -> texts.of(key, language)).orElse(null),
                letter.bundleVersion(),
                letter.routeId(),
                letter.since(),
                letter.assignee(),
                letter.createdAt(),
                letter.updatedAt());
    }

    private static List<String> actions(DeadLetter letter) {
        List<String> actions = new ArrayList<>();
        if (letter.canInquire()) {
            actions.add("inquire");
        }
        if (letter.canRetry()) {
            actions.add("retry");
        }
        if (letter.canCorrect()) {
            actions.add("correct");
        }
        if (letter.canClose()) {
            actions.add("close");
        }
        return actions;
    }
}
