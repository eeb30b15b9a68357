package no.kravbro.claim;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar day in Norway. Deadlines and decisions are reckoned in days, so neither night of a clock change moves them. */
public final class OsloDay {

    public static final ZoneId ZONE = ZoneId.of("Europe/Oslo");

    private OsloDay() {}

    /** The day it is in Oslo at an instant, whatever the machine's own zone. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** Today by the business clock, whatever zone that clock was made with. */
    public static LocalDate today(Clock clock) {
        return of(clock.instant());
    }
}
