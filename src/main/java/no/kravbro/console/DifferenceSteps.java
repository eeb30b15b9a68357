package no.kravbro.console;

import java.util.ArrayList;
import java.util.List;
import no.kravbro.api.DifferencesApi.Part;
import no.kravbro.api.DifferencesApi.Sides;

/** From what the books say to what the agency says, step by step; what no step explains stands apart. */
final class DifferenceSteps {

    private static final int SCALE = 1000;
    /** So narrow a bar is still seen. */
    private static final int LEAST = 4;

    private DifferenceSteps() {}

    /**
     * @param kind LEDGER, PART, UNEXPLAINED or AGENCY; words under {@code differencestep.<kind>}
     * @param title of a part, else null
     * @param sum where a bar stands on the ground
     * @param from where the bar begins, in thousandths of the widest
     */
    record Step(String kind, String title, long ore, boolean sum, long from, long width) {}

    private record Bar(String kind, String title, long ore, boolean sum, long low, long high) {}

    /** @param sides null where they were not compared: no steps */
    static List<Step> of(Sides sides) {
        if (sides == null) {
            return List.of();
        }
        long ledger = sides.ledgerOre() == null ? 0 : sides.ledgerOre();
        List<Bar> bars = new ArrayList<>();
        bars.add(whole("LEDGER", ledger));
        long at = ledger;
        for (Part part : sides.parts()) {
            bars.add(hanging("PART", part.title(), at, part.amountOre()));
            at += part.amountOre();
        }
        bars.add(hanging("UNEXPLAINED", null, at, sides.unexplainedOre()));
        bars.add(whole("AGENCY", sides.agencyOre()));
        return steps(bars);
    }

    private static Bar whole(String kind, long ore) {
        return new Bar(kind, null, ore, true, Math.min(0, ore), Math.max(0, ore));
    }

    private static Bar hanging(String kind, String title, long at, long ore) {
        return new Bar(kind, title, ore, false, Math.min(at, at + ore), Math.max(at, at + ore));
    }

    private static List<Step> steps(List<Bar> bars) {
        long low = bars.stream().mapToLong(Bar::low).min().orElse(0);
        long high = bars.stream().mapToLong(Bar::high).max().orElse(0);
        long span = Math.max(1, high - low);
        return bars.stream()
                .map(bar -> new Step(
                        bar.kind(),
                        bar.title(),
                        bar.ore(),
                        bar.sum(),
                        (bar.low() - low) * SCALE / span,
                        Math.max(bar.ore() == 0 ? 0 : LEAST, (bar.high() - bar.low()) * SCALE / span)))
                .toList();
    }
}
