package no.kravbro.deadletter;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class DeadLettersTest {

    @Nested
    class OnH2 extends DeadLettersContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends DeadLettersContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
