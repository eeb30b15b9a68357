package no.kravbro.transfer.handover;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class HandOverTest {

    @Nested
    class OnH2 extends HandOverContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends HandOverContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
