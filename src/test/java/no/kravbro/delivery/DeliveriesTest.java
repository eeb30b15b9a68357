package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class DeliveriesTest {

    @Nested
    class OnH2 extends DeliveriesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends DeliveriesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
