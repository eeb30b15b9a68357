package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ClaimsTest {

    @Nested
    class OnH2 extends ClaimsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends ClaimsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
