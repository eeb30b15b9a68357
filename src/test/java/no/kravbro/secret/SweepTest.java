package no.kravbro.secret;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class SweepTest {

    @Nested
    class OnH2 extends SweepContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends SweepContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
