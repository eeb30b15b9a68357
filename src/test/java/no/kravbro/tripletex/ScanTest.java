package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A scan against a far side of so many invoices a day, as strict about its 10,000 as the real one. */
class ScanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final DayWindow YEAR = Scan.reachingBack(TODAY, 365);

    /** Invoice {@code n} is dated {@code n / perDay} days after the first day of the window. */
    private record Far(DayWindow window, int perDay) {

        List<Integer> between(LocalDate from, LocalDate to) {
            List<Integer> found = new ArrayList<>();
            for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
                int first = (int) (day.toEpochDay() - window.from().toEpochDay()) * perDay;
                for (int i = 0; i < perDay; i++) {
                    found.add(first + i);
                }
            }
            return found;
        }
    }

    private int calls;
    private final List<Integer> read = new ArrayList<>();

    private void run(Far far, Scan scan) {
        for (Optional<TripletexRequest> next = scan.next(); next.isPresent(); next = scan.next()) {
            calls++;
            var query = next.get().query();
            List<Integer> all = far.between(
                    LocalDate.parse(query.get("invoiceDateFrom")), LocalDate.parse(query.get("invoiceDateTo")));
            if (all.size() > 10_000) {
                scan.tooLarge();
                continue;
            }
            int from = Integer.parseInt(query.get("from"));
            List<Integer> page = all.stream()
                    .skip(from)
                    .limit(Integer.parseInt(query.get("count")))
                    .toList();
            read.addAll(page);
            scan.pageRead(page.size());
        }
    }

    @Test
    void every_invoice_is_read_once_within_the_budget_of_calls() {
        for (int perDay : new int[] {3, 5, 27, 28, 54, 55, 137, 274}) {
            calls = 0;
            read.clear();
            run(new Far(YEAR, perDay), new Scan(YEAR, Scan.PAGE_SIZE));
            assertThat(read).hasSize(366 * perDay);
            assertThat(new TreeSet<>(read)).hasSize(366 * perDay);
            assertThat(calls).as("calls for %s invoices", read.size()).isLessThanOrEqualTo(Math.max(1, (int)
                    Math.ceil(1.2 * read.size() / 1000)));
        }
    }

    @Test
    void a_last_page_that_is_full_costs_one_more_call_because_totals_are_not_trusted() {
        DayWindow day = DayWindow.through(TODAY, TODAY);
        run(new Far(day, 4), new Scan(day, 2));
        assertThat(calls).isEqualTo(3);
        assertThat(read).containsExactly(0, 1, 2, 3);
    }

    @Test
    void nothing_to_read_is_one_call() {
        run(new Far(YEAR, 0), new Scan(YEAR, Scan.PAGE_SIZE));
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void a_single_day_beyond_the_cap_is_said_so() {
        DayWindow day = DayWindow.through(TODAY, TODAY);
        assertThatThrownBy(() -> run(new Far(day, 10_001), new Scan(day, 2000)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2026-01-05");
    }

    @Test
    void a_window_without_a_day_is_refused() {
        assertThatThrownBy(() -> new DayWindow(TODAY, TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scan(YEAR, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
