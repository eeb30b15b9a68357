package no.kravbro.api;

import java.util.List;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.claim.decision.Reason;
import org.springframework.stereotype.Component;

/** The reasons of a decision for people. */
@Component
class ReasonWords {

    private final Texts texts;

    ReasonWords(Texts texts) {
        this.texts = texts;
    }

    List<CreditorsApi.Why> of(List<Reason> reasons, Locale language) {
        return reasons.stream()
                .map(reason -> new CreditorsApi.Why(reason.code().name(), text(reason, language)))
                .toList();
    }

    private String text(Reason reason, Locale language) {
        Object[] arguments = reason.arguments(key -> texts.of(key, language)).toArray();
        return texts.of(reason.code().messageKey(), language, arguments);
    }
}
