package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Numbers of files and leases of directories, on both databases. */
class FilesTest {

    @Nested
    class OnH2 extends FilesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends FilesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
