package no.kravbro.deadletter;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class StagedRetryTest {

    @Nested
    class OnH2 extends StagedRetryContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends StagedRetryContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
