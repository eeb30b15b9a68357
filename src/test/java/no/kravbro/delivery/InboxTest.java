package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class InboxTest {

    @Nested
    class OnH2 extends InboxContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends InboxContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
