package no.kravbro.api;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ClaimStoryTest {

    @Nested
    class OnH2 extends ClaimStoryContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends ClaimStoryContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
