package no.kravbro.mail;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import no.kravbro.claim.OsloDay;
import no.kravbro.money.NorwegianFormat;

/** When things are told, and how their times are written, in Oslo. */
final class Moments {

    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private Moments() {}

    /** Seven o'clock of a day. */
    static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(OsloDay.ZONE).toInstant();
    }

    /** Weekday, day and time. */
    static String of(Instant instant, Locale language) {
        ZonedDateTime time = instant.atZone(OsloDay.ZONE);
        return DateTimeFormatter.ofPattern("EEEE ", language).format(time)
                + NorwegianFormat.day(time.toLocalDate())
                + DateTimeFormatter.ofPattern(" HH:mm").format(time);
    }

    /** Weekday and day. */
    static String of(LocalDate day, Locale language) {
        return DateTimeFormatter.ofPattern("EEEE ", language).format(day) + NorwegianFormat.day(day);
    }
}
