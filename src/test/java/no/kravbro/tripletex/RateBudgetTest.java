package no.kravbro.tripletex;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class RateBudgetTest {

    @Nested
    class OnH2 extends RateBudgetContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends RateBudgetContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
