package no.kravbro.reconcile;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ToldMovementsTest {

    @Nested
    class OnH2 extends ToldMovementsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends ToldMovementsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
