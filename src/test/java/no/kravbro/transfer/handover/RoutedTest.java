package no.kravbro.transfer.handover;

import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Nested;

class RoutedTest {

    @Nested
    class OnH2 extends RoutedContract {
        OnH2() {
            super(TestDatabases.H2);
        }
    }

    @Nested
    class OnPostgresql extends RoutedContract {
        OnPostgresql() {
            super(TestDatabases.POSTGRESQL);
        }
    }
}
