package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import no.kravbro.sandbox.trade.OsloDays;

/** A day at KK2: 05:30 money and proposals, 06:00 letters. Each hour of each day is lived once. */
final class Life {

    private static final String LIVED = "lived";
    private static final LocalTime EARLY = LocalTime.of(5, 30);
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final List<LocalTime> HOURS = List.of(EARLY, MORNING);

    private final Memory memory;
    private final Letters letters;
    private final Debtors debtors;
    private final Assistance assistance;

    Life(Memory memory, Letters letters, Debtors debtors, Assistance assistance) {
        this.memory = memory;
        this.letters = letters;
        this.debtors = debtors;
        this.assistance = assistance;
    }

    /** First start only: life begins now. */
    void begin(Instant now) {
        if (memory.marks.get(LIVED) == null) {
            memory.marks.put(LIVED, now.toString());
        }
    }

    private Instant lived() {
        return Instant.parse(memory.marks.get(LIVED));
    }

    void liveUntil(Instant now) {
        for (LocalDate day = OsloDays.day(lived()); !day.isAfter(OsloDays.day(now)); day = day.plusDays(1)) {
            for (LocalTime hour : HOURS) {
                Instant at = OsloDays.at(day, hour);
                if (at.isAfter(lived()) && !at.isAfter(now)) {
                    live(hour, at);
                    memory.marks.put(LIVED, at.toString());
                }
            }
        }
    }

    private void live(LocalTime hour, Instant at) {
        if (hour.equals(EARLY)) {
            assistance.early(at);
            memory.open().forEach(row -> debtors.early(row, at));
        } else {
            memory.open().forEach(row -> letters.morning(row, at));
        }
    }
}
