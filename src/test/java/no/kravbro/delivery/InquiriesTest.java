package no.kravbro.delivery;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class InquiriesTest {

    @Nested
    class OnH2 extends InquiriesContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends InquiriesContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
