package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What is to happen with an invoice, and everything that stands against handing it over.
 *
 * @param reasons empty if and only if the invoice is transferred
 */
public record Decision(Kind kind, List<Reason> reasons) {

    /** The three decisions, the strictest last. */
    public enum Kind {
        TRANSFER,
        /** Not now; time or a person's fix may change it. */
        HOLD,
        /** Never, as the invoice is. */
        EXCLUDE
    }

    public Decision {
        reasons = List.copyOf(reasons);
        if (kind != strictest(reasons)) {
            throw new IllegalArgumentException("A decision follows from its reasons: " + kind + " does not");
        }
    }

    static Decision of(List<Reason> reasons) {
        return new Decision(strictest(reasons), reasons);
    }

    public boolean transfers() {
        return kind == Kind.TRANSFER;
    }

    /** First day on which time alone allows the transfer; null when it is allowed now or time alone never does. */
    public LocalDate allowedFrom() {
        if (transfers() || reasons.stream().anyMatch(reason -> reason.until() == null)) {
            return null;
        }
        return reasons.stream()
                .map(Reason::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Kind strictest(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code().kind())
                .max(Comparator.naturalOrder())
                .orElse(Kind.TRANSFER);
    }
}
