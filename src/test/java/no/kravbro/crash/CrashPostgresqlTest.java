package no.kravbro.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same with the memory in PostgreSQL: every point, and every pair in which the second process dies while it recovers. */
@Tag("long")
class CrashPostgresqlTest {

    @Test
    void nothingIsLostOrDoubled() throws SQLException {
        List<Tally> tallies = new ArrayList<>();
        try (TestDatabase database = TestDatabases.POSTGRESQL.open();
                Ground ground = new Ground("crash-postgresql", settings(database))) {
            Life.goOn(ground, new Resting(ground));
            for (Story story : Stories.all(ground)) {
                Trial trial = new Trial(ground, story);
                trial.pairs(trial.points(), false);
                trial.end();
                tallies.add(trial.tally());
            }
        }
        Report.write("postgresql", tallies);
        assertThat(tallies).allSatisfy(tally -> assertThat(tally.bad).isEmpty());
    }

    private static String[] settings(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return new String[] {
                "spring.datasource.url=" + connection.getMetaData().getURL(),
                "spring.datasource.username=" + connection.getMetaData().getUserName()
            };
        }
    }
}
