package no.kravbro.bundle;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class StoredVersionsTest {

    @Nested
    class OnH2 extends StoredVersionsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends StoredVersionsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
