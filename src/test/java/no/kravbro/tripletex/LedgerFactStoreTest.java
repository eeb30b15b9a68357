package no.kravbro.tripletex;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class LedgerFactStoreTest {

    @Nested
    class OnH2 extends LedgerFactStoreContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends LedgerFactStoreContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
