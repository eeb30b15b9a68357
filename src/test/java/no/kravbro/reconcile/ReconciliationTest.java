package no.kravbro.reconcile;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ReconciliationTest {

    @Nested
    class OnH2 extends ReconciliationContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends ReconciliationContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
