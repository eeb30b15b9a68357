package no.kravbro.reconcile;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class PayoutTest {

    @Nested
    class OnH2 extends PayoutContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends PayoutContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
