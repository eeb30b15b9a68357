package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class TransmissionsTest {

    @Nested
    class OnH2 extends TransmissionsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends TransmissionsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
