package no.kravbro.audit;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class AuditTrailTest {

    @Nested
    class OnH2 extends AuditContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends AuditContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
