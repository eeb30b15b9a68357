package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class DeliveriesTest {

    @Nested
    class OnH2 extends DeliveriesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends DeliveriesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
