package no.kravbro.transfer;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class StatusNotesTest {

    @Nested
    class OnH2 extends StatusNotesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends StatusNotesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
