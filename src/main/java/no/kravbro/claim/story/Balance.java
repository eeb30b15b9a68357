package no.kravbro.claim.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is left of a claim's principal after each thing that happened. */
public final class Balance {

    private Balance() {}

    /**
     * In the order in which it was written down, each with what is left after it. Until an agency has the claim nothing is said to
     * be left, for nobody knows yet how much goes.
     */
    public static List<Happening> over(List<Happening> happenings) {
        List<Happening> sorted = new ArrayList<>(happenings);
        sorted.sort(Comparator.comparing(Happening::recordedAt));
        Long left = null;
        for (int at = 0; at < sorted.size(); at++) {
            Happening each = sorted.get(at);
            left = after(left, each);
            sorted.set(at, each.effect() == Happening.Effect.NONE ? each : each.leaving(left));
        }
        return List.copyOf(sorted);
    }

    private static Long after(Long left, Happening happening) {
        return switch (happening.effect()) {
            case NONE -> left;
            case BEGINS -> happening.amountOre();
            case LOWERS -> left == null ? null : (Long) Math.subtractExact(left, happening.amountOre());
        };
    }
}
