package no.kravbro.reconcile;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class StrangersTest {

    @Nested
    class OnH2 extends StrangersContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends StrangersContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
