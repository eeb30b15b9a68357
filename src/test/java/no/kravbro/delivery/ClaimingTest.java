package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClaimingTest {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @Nested
    class OnH2 extends ClaimingContract {
        OnH2() {
            super(TestDatabases.H2);
        }

        @Override
        protected String series(int count) {
            return "system_range(1, " + count + ") as numbers (n)";
        }

        @Test
        void whatIsNotDueYetIsNotGoneThrough() {
            rested(5_000, clock.instant().plus(Duration.ofHours(1)));
            post.add("autocollect", "fjell", "new");
            database.client().sql("analyze").update();
            String plan = post.explained(50);
            assertThat(SCANNED.matcher(plan).results().mapToLong(found -> Long.parseLong(found.group(1))))
                    .isNotEmpty()
                    .allMatch(rows -> rows < 100);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends ClaimingContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }

        @Override
        protected String series(int count) {
            return "generate_series(1, " + count + ") as numbers (n)";
        }
    }
}
