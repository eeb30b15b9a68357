package no.kravbro.reconcile.change;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ChangeMemoryTest {

    @Nested
    class OnH2 extends ChangeMemoryContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends ChangeMemoryContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
