package no.kravbro.sandbox.bahs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import no.kravbro.sandbox.trade.OsloDays;

/** Monday's run: what a creditor's cases brought until Sunday becomes one settlement, and one bank line. */
final class WeeklyRun {

    private final Memory memory;

    WeeklyRun(Memory memory) {
        this.memory = memory;
    }

    void settle(String creditor, Instant at) {
        LocalDate day = OsloDays.day(at);
        List<PostRow> waiting = memory.postsOf(creditor).stream()
                .filter(post -> post.settlement() == null && post.registered().isBefore(day))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        LocalDate from = day.minusDays(7);
        String id = "avr-%d-%02d"
                .formatted(from.get(IsoFields.WEEK_BASED_YEAR), from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        List<PostRow> posts = waiting.stream().map(post -> post.settledIn(id)).toList();
        posts.forEach(post -> memory.posts.put(post.id(), post));
        Long carried = memory.balances.get(creditor);
        long carriedIn = carried == null ? 0 : carried;
        long net = carriedIn
                + posts.stream()
                        .flatMap(post -> post.lines().stream())
                        .mapToLong(LineRow::toCreditorOre)
                        .sum();
        long carriedOut = Math.min(net, 0);
        memory.settlements.put(
                creditor + "/" + id,
                new SettlementRow(id, creditor, day, from, day.minusDays(1), carriedIn, carriedOut, posts));
        memory.balances.put(creditor, carriedOut);
    }
}
