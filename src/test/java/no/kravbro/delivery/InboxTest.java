package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class InboxTest {

    @Nested
    class OnH2 extends InboxContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends InboxContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
