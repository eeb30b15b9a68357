package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class RunsTest {

    @Nested
    class OnH2 extends RunsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends RunsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
