package no.kravbro.api;

import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.deadletter.Cause;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.reconcile.DifferenceEvidence;
import org.springframework.stereotype.Component;

/** A difference as a sentence: what both sides say, how much of it is explained, and how much is not. */
@Component
class DifferenceWords {

    private final DifferenceEvidence evidence;
    private final Texts texts;

    DifferenceWords(DifferenceEvidence evidence, Texts texts) {
        this.evidence = evidence;
        this.texts = texts;
    }

    /** @param claimKey null for what is not about a claim; then the cause and the amount tell it */
    String sentence(String claimKey, Cause cause, long amountOre, Locale language) {
        return evidence.sides(claimKey)
                .map(sides -> balances(sides, language))
                .orElseGet(() -> texts.of(
                        "difference.amount",
                        language,
                        texts.of(cause.titleKey(), language),
                        NorwegianFormat.kroner(amountOre)));
    }

    private String balances(DifferenceEvidence.Sides sides, Locale language) {
        String direction = sides.differenceOre() == 0
                ? "difference.same"
                : sides.differenceOre() > 0 ? "difference.more" : "difference.less";
        long explained = Math.subtractExact(sides.differenceOre(), sides.unexplainedOre());
        return texts.of(
                direction,
                language,
                sides.ledgerOre() == null
                        ? texts.of("difference.nothing", language)
                        : NorwegianFormat.kroner(sides.ledgerOre()),
                NorwegianFormat.kroner(sides.agencyOre()),
                NorwegianFormat.kroner(Math.abs(sides.differenceOre())),
                NorwegianFormat.kroner(explained),
                NorwegianFormat.kroner(sides.unexplainedOre()));
    }
}
