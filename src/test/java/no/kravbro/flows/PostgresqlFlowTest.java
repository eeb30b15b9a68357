package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

/** The same main job with its memory in a real PostgreSQL: workers, jobs and inbox claim by its own statements. */
class PostgresqlFlowTest {

    @Test
    void claimsLeaveAndMoneyIsBookedOnPostgresql() throws SQLException {
        try (TestDatabase database = TestDatabases.POSTGRESQL.open();
                World world = new World("on-postgresql", settings(database)).start()) {
            world.untilWithoutPauses("claims made", () -> world.count("select count(*) from claim") > 30);
            world.untilQuiet();
            for (int day = 0; day < 12; day++) {
                world.days(1);
                world.untilJobsAreDone();
            }
            world.untilWithoutPauses(
                    "money booked", () -> world.count("select count(*) from booking where state = 'MATCHED'") > 0);
            world.untilQuiet();
            assertThat(world.count("select count(*) from claim where state = 'ACCEPTED'"))
                    .isPositive();
            assertThat(world.count("select count(*) from dead_letter")).isZero();
        }
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
