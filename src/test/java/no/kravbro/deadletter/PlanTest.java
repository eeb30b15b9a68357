package no.kravbro.deadletter;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class PlanTest {

    @Nested
    class OnH2 extends PlanContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends PlanContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
