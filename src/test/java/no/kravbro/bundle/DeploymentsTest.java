package no.kravbro.bundle;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class DeploymentsTest {

    @Nested
    class OnH2 extends DeploymentsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends DeploymentsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
