package no.kravbro.tripletex;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A run of Oslo days as the API wants it: the first day belongs to it, the last does not.
 *
 * @param to first day that does not belong to it
 */
public record DayWindow(LocalDate from, LocalDate to) {

    public DayWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A window has at least one day: " + from + " is not before " + to);
        }
    }

    /** From the first day through the last. */
    public static DayWindow through(LocalDate first, LocalDate last) {
        return new DayWindow(first, last.plusDays(1));
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** The older and the newer half; throws when a single day cannot be cut. */
    public List<DayWindow> halves() {
        if (days() == 1) {
            throw new IllegalStateException("More than 10,000 invoices are dated " + from + "; a day cannot be cut");
        }
        LocalDate middle = from.plusDays(days() / 2);
        return List.of(new DayWindow(from, middle), new DayWindow(middle, to));
    }
}
