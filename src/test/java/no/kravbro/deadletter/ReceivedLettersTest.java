package no.kravbro.deadletter;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ReceivedLettersTest {

    @Nested
    class OnH2 extends ReceivedLettersContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends ReceivedLettersContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
