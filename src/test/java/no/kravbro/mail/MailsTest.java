package no.kravbro.mail;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class MailsTest {

    @Nested
    class OnH2 extends MailsContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends MailsContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
