package no.kravbro.access;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class KeysTest {

    @Nested
    class OnH2 extends KeysContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends KeysContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
