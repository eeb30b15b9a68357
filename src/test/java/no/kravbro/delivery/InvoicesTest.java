package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class InvoicesTest {

    @Nested
    class OnH2 extends InvoicesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends InvoicesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
