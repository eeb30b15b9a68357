package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class SchedulesTest {

    @Nested
    class OnH2 extends SchedulesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends SchedulesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
