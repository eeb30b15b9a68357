package no.kravbro.reconcile;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class StatementTest {

    @Nested
    class OnH2 extends StatementContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends StatementContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
