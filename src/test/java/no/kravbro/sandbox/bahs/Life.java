package no.kravbro.sandbox.bahs;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import no.kravbro.sandbox.trade.OsloDays;

/** The agency's day: settlements on Mondays at 06:00, deadlines at 09:12, letters at 11:30, debtors at noon. Each hour is lived once. */
final class Life {

    private static final String LIVED = "lived";
    private static final LocalTime SETTLES = LocalTime.of(6, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 12);
    private static final List<LocalTime> HOURS = List.of(SETTLES, MORNING, Cases.LETTERS, LocalTime.NOON);

    private final BahsSettings settings;
    private final Memory memory;
    private final Cases cases;
    private final Debtors debtors;
    private final WeeklyRun weekly;

    Life(BahsSettings settings, Memory memory, Cases cases, Debtors debtors, WeeklyRun weekly) {
        this.settings = settings;
        this.memory = memory;
        this.cases = cases;
        this.debtors = debtors;
        this.weekly = weekly;
    }

    /** First start only: life begins now. */
    void begin(Instant now) {
        if (memory.marks.get(LIVED) == null) {
            memory.marks.put(LIVED, now.toString());
        }
    }

    void liveUntil(Instant now) {
        Instant lived = Instant.parse(memory.marks.get(LIVED));
        for (LocalDate day = OsloDays.day(lived); !day.isAfter(OsloDays.day(now)); day = day.plusDays(1)) {
            for (LocalTime hour : HOURS) {
                Instant at = OsloDays.at(day, hour);
                if (at.isAfter(lived) && !at.isAfter(now)) {
                    live(day, hour, at);
                    memory.marks.put(LIVED, at.toString());
                }
            }
        }
    }

    private void live(LocalDate day, LocalTime hour, Instant at) {
        if (hour.equals(SETTLES)) {
            if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
                settings.users().stream()
                        .flatMap(user -> user.creditors().stream())
                        .forEach(creditor -> weekly.settle(creditor, at));
            }
        } else if (hour.equals(MORNING)) {
            everyCase(sak -> cases.morning(sak, at));
        } else if (hour.equals(Cases.LETTERS)) {
            everyCase(sak -> cases.letters(sak, at));
        } else {
            everyCase(sak -> debtors.noon(sak, at));
        }
    }

    private void everyCase(Consumer<SakRow> what) {
        memory.cases.all().stream().filter(SakRow::isOpen).forEach(what);
    }
}
