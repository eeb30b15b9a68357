package no.kravbro.creditor;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class RegistrationTest {

    @Nested
    class OnH2 extends RegistrationContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends RegistrationContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
