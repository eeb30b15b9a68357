package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

class InquiriesTest {

    @Nested
    class OnH2 extends InquiriesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    @Tag("postgresql")
    class OnPostgresql extends InquiriesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
