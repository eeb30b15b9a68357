package no.kravbro.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.claim.routing.Route;
import no.kravbro.claim.routing.RoutingRule;
import no.kravbro.creditor.Creditor;
import no.kravbro.money.NorwegianFormat;
import org.springframework.stereotype.Service;

/** Why a claim goes to an agency, in the reader's language. */
@Service
class RouteWords {

    private final Texts texts;

    RouteWords(Texts texts) {
        this.texts = texts;
    }

    /** Null where the creditor has no other agency. */
    String of(Creditor creditor, Route route, Locale language) {
        return switch (route.basis()) {
            case ONLY -> null;
            case KEPT -> texts.of("route.KEPT", language);
            case RULE -> {
                String parts = parts(creditor.routing().rules().get(route.rule() - 1), language);
                String rule = texts.of("route.RULE", language, route.rule(), parts);
                yield route.insteadOf() == null
                        ? rule
                        : rule + " " + texts.of("route.INSTEAD", language, route.insteadOf());
            }
        };
    }

    private String parts(RoutingRule rule, Locale language) {
        List<String> parts = new ArrayList<>();
        if (rule.kind() != null) {
            parts.add(texts.of("route." + rule.kind().name(), language));
        }
        if (rule.fromOre() != null) {
            parts.add(texts.of("route.from", language, NorwegianFormat.amount(rule.fromOre())));
        }
        if (rule.belowOre() != null) {
            parts.add(texts.of("route.below", language, NorwegianFormat.amount(rule.belowOre())));
        }
        if (!rule.countries().isEmpty()) {
            parts.add(texts.of("route.countries", language, String.join(", ", rule.countries())));
        }
        if (!rule.categories().isEmpty()) {
            parts.add(texts.of("route.categories", language, String.join(", ", rule.categories())));
        }
        return parts.isEmpty() ? texts.of("route.rest", language) : String.join(", ", parts);
    }
}
