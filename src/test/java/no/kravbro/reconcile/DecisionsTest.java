package no.kravbro.reconcile;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class DecisionsTest {

    @Nested
    class OnH2 extends DecisionsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends DecisionsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
