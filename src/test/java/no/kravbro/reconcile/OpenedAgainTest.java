package no.kravbro.reconcile;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class OpenedAgainTest {

    @Nested
    class OnH2 extends OpenedAgainContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends OpenedAgainContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
