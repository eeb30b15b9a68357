package no.kravbro.claim.rates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What holds on which day. A later value ends an earlier one; a day after the last one's end has none, and never the last one:
 * whoever asks all the same is refused with {@link UnknownRate}, which says what to enter and where.
 *
 * @param file where it is entered
 * @param rows by their first day
 */
public record RateTable<T>(String file, List<Dated<T>> rows) {

    public RateTable {
        rows = List.copyOf(rows);
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).from().isAfter(rows.get(i - 1).from())) {
                throw new IllegalArgumentException(file + ": the rows must follow each other, and "
                        + rows.get(i).from() + " does not follow "
                        + rows.get(i - 1).from());
            }
        }
    }

    /** What holds on a day, if that is known. */
    public Optional<Dated<T>> find(LocalDate day) {
        return rows.stream()
                .filter(row -> row.begunOn(day))
                .reduce((earlier, later) -> later)
                .filter(row -> !row.endedOn(day));
    }

    /** What holds on a day; throws {@link UnknownRate}. */
    public T on(LocalDate day) {
        return find(day).orElseThrow(() -> new UnknownRate(file, day)).value();
    }
}
