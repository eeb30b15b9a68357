package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ClaimingTest {

    @Nested
    class OnH2 extends ClaimingContract {
        OnH2() {
            super(TestDatabases.H2);
        }

        @Override
        protected String series(int count) {
            return "system_range(1, " + count + ") as numbers (n)";
        }
    }

    @Nested
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
