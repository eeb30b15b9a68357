package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class ClaimsTest {

    @Nested
    class OnH2 extends ClaimsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends ClaimsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
