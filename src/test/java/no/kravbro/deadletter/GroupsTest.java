package no.kravbro.deadletter;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class GroupsTest {

    @Nested
    class OnH2 extends GroupsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends GroupsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
