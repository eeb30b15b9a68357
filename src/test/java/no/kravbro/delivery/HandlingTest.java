package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class HandlingTest {

    @Nested
    class OnH2 extends HandlingContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends HandlingContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
