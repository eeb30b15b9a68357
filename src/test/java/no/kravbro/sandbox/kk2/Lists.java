package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.trade.OsloDays;

/** {@code GET /saker} and {@code GET /bokforingsforslag}: pages after a cursor, oldest first. */
final class Lists {

    private static final int USUAL = 100;
    private static final String EXPIRED = "expired-";

    private final Memory memory;

    Lists(Memory memory) {
        this.memory = memory;
    }

    Reply cases(Call call, Instant now) {
        Function<CaseRow, Object> view = row -> Views.aCase(row, OsloDays.day(now));
        return page(call, new Shape<>("change", "s-%d", "saker", row -> row.position, view), memory.cases.all());
    }

    Reply proposals(Call call) {
        return page(
                call,
                new Shape<>("proposal", "c-%06d", "forslag", ProposalRow::position, Views::proposal),
                memory.proposals.all());
    }

    /** Every cursor given out until now is too old. */
    void expire() {
        for (String sequence : List.of("change", "proposal")) {
            memory.marks.put(EXPIRED + sequence, Long.toString(memory.last(sequence) + 1));
        }
        memory.newProposal();
        memory.open().forEach(row -> memory.changed(row, row.changed));
    }

    private record Shape<T>(
            String sequence, String cursor, String rows, ToLongFunction<T> position, Function<T, Object> view) {}

    private <T> Reply page(Call call, Shape<T> shape, List<T> all) {
        long after = after(call.param("etter"), shape);
        int most = call.param("antall") == null ? USUAL : Integer.parseInt(call.param("antall"));
        List<T> rest = all.stream()
                .filter(row -> shape.position().applyAsLong(row) > after)
                .sorted(Comparator.comparingLong(shape.position()))
                .toList();
        List<T> page = rest.stream().limit(most).toList();
        long next = page.isEmpty() ? after : shape.position().applyAsLong(page.get(page.size() - 1));
        return Json.reply(
                200,
                Json.object(
                        "neste",
                        shape.cursor().formatted(next),
                        "flere",
                        rest.size() > page.size(),
                        shape.rows(),
                        page.stream().map(shape.view()).toList()));
    }

    private <T> long after(String cursor, Shape<T> shape) {
        if (cursor == null) {
            return 0;
        }
        String digits = cursor.substring(Math.min(2, cursor.length()));
        String expired = memory.marks.get(EXPIRED + shape.sequence());
        boolean old =
                !digits.matches("\\d{1,18}") || expired != null && Long.parseLong(digits) < Long.parseLong(expired);
        if (old) {
            throw Kk2Error.of(410, "MARKOR_UTLOPT", "Start på nytt");
        }
        return Long.parseLong(digits);
    }
}
