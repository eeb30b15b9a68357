package no.kravbro.creditor;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Times of day, Oslo, at which a job is due. On the spring night a time that does not exist is due an hour later. */
public record Timetable(List<LocalTime> times) {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    public Timetable {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("A timetable needs at least one time of day");
        }
        times = times.stream().sorted().toList();
    }

    /** @param times such as {@code 06:00} */
    public static Timetable of(List<String> times) {
        return new Timetable(times.stream().map(LocalTime::parse).toList());
    }

    /** @param times such as {@code 06:00, 14:00} */
    public static Timetable of(String times) {
        return of(List.of(times.split("\\s*,\\s*")));
    }

    /** The first due time strictly after an instant. */
    public Instant after(Instant instant) {
        ZonedDateTime day = instant.atZone(OSLO);
        for (int ahead = 0; ; ahead++) {
            for (LocalTime time : times) {
                Instant due = day.toLocalDate()
                        .plusDays(ahead)
                        .atTime(time)
                        .atZone(OSLO)
                        .toInstant();
                if (due.isAfter(instant)) {
                    return due;
                }
            }
        }
    }
}
