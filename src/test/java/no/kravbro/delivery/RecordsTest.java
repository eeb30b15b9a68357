package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class RecordsTest {

    @Nested
    class OnH2 extends RecordsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends RecordsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
