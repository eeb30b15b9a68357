package no.kravbro.deadletter;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class HandlingTest {

    @Nested
    class OnH2 extends HandlingContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends HandlingContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
