package no.kravbro.secret;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class DataKeysTest {

    @Nested
    class OnH2 extends DataKeysContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends DataKeysContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
