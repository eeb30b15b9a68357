package no.kravbro.api;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class ListAnswersTest {

    @Nested
    class OnH2 extends ListAnswersContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends ListAnswersContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
