package no.kravbro.sandbox.kk2;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import no.kravbro.sandbox.Store;
import no.kravbro.sandbox.trade.OsloDays;

/** Money that KapitalKontroll holds for cases it assists with; paid out net every Monday, by week. */
final class Assistance {

    private final Memory memory;
    private final Proposals proposals;
    private final Store.Table<Cover> held;

    Assistance(Store store, Memory memory, Proposals proposals) {
        this.memory = memory;
        this.proposals = proposals;
        this.held = store.table("kk2-held", Cover.class);
    }

    void holds(CaseRow row, Cover cover) {
        held.put(row.number, cover);
    }

    void early(Instant at) {
        LocalDate day = OsloDays.day(at);
        if (day.getDayOfWeek() != DayOfWeek.MONDAY) {
            return;
        }
        LocalDate before = day.minusWeeks(1);
        String id = "KK-%d-%02d"
                .formatted(before.get(IsoFields.WEEK_BASED_YEAR), before.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        for (String number : held.keys()) {
            proposals.settled(memory.cases.get(number), held.get(number), id, day, at);
            held.remove(number);
        }
    }
}
