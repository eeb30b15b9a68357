package no.kravbro.reconcile;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ReconcileTest {

    @Nested
    class OnH2 extends ReconcileContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends ReconcileContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
