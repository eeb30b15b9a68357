package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class InvoicesTest {

    @Nested
    class OnH2 extends InvoicesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends InvoicesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
