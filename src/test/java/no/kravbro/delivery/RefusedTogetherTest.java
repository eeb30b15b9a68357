package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class RefusedTogetherTest {

    @Nested
    class OnH2 extends RefusedTogetherContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends RefusedTogetherContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
