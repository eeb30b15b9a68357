package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class SchedulesTest {

    @Nested
    class OnH2 extends SchedulesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends SchedulesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
