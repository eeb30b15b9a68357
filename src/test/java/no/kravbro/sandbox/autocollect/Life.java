package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import no.kravbro.sandbox.trade.OsloDays;

/**
 * The agency's day: 06:00 letters and lists, 08:00 the cut-off, 12:00 debtors, 23:00 settlement. Each hour of each day
 * is lived once; where it stands is remembered.
 */
final class Life {

    private static final String LIVED = "lived";
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime CUTOFF = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime NIGHT = LocalTime.of(23, 0);
    private static final List<LocalTime> HOURS = List.of(MORNING, CUTOFF, NOON, NIGHT);

    private final AutoCollectSettings settings;
    private final Memory memory;
    private final NoticeRun run;
    private final Debtors debtors;
    private final SettlementRun settlements;

    Life(AutoCollectSettings settings, Memory memory, NoticeRun run, Debtors debtors, SettlementRun settlements) {
        this.settings = settings;
        this.memory = memory;
        this.run = run;
        this.debtors = debtors;
        this.settlements = settlements;
    }

    /** First start only: life begins now. */
    void begin(Instant now) {
        if (memory.marks.get(LIVED) == null) {
            memory.marks.put(LIVED, now.toString());
        }
    }

    Instant livedUntil() {
        return Instant.parse(memory.marks.get(LIVED));
    }

    void liveUntil(Instant now) {
        for (LocalDate day = OsloDays.day(livedUntil()); !day.isAfter(OsloDays.day(now)); day = day.plusDays(1)) {
            for (LocalTime hour : HOURS) {
                Instant at = OsloDays.at(day, hour);
                if (at.isAfter(livedUntil()) && !at.isAfter(now)) {
                    live(day, hour, at);
                    memory.marks.put(LIVED, at.toString());
                }
            }
        }
    }

    private void live(LocalDate day, LocalTime hour, Instant at) {
        if (hour == NIGHT) {
            if (settings.settlementDays().contains(day.getDayOfWeek())) {
                settings.organizations().forEach(organization -> settlements.settle(organization, at));
            }
            return;
        }
        memory.claims.all().stream().filter(ClaimRow::isOpen).forEach(claim -> live(claim, hour, at));
    }

    private void live(ClaimRow claim, LocalTime hour, Instant at) {
        if (hour == MORNING) {
            run.morning(claim, at);
        } else if (hour == CUTOFF) {
            run.cutoff(claim, at);
        } else if (hour == NOON) {
            debtors.noon(claim, at);
        }
    }

    /** Lets one claim that was received in the past live up to where everybody else stands. */
    void catchUp(ClaimRow claim) {
        Instant until = livedUntil();
        for (LocalDate day = OsloDays.day(claim.receivedAt); !day.isAfter(OsloDays.day(until)); day = day.plusDays(1)) {
            for (LocalTime hour : HOURS) {
                Instant at = OsloDays.at(day, hour);
                if (claim.isOpen() && at.isAfter(claim.receivedAt) && !at.isAfter(until)) {
                    live(claim, hour, at);
                }
            }
        }
    }
}
