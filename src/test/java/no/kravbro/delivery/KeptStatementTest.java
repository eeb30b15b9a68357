package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether H2 answers the same question, asked again, with what is so now. */
class KeptStatementTest {

    private static final String FIRST = "select id from item where state in ('OPEN', 'HELD') fetch first 1 rows only";
    private static final String ANY = "select 1 where exists (select 1 from item where state in ('OPEN', 'HELD'))";
    private static final String VALUE =
            "select 1 where (select id from item where state in ('OPEN', 'HELD') fetch first 1 rows only) is not null";

    private Connection asking;
    private Connection writing;

    private void open(String options) throws SQLException {
        String url = "jdbc:h2:mem:kept-" + System.identityHashCode(this) + ";" + options;
        asking = DriverManager.getConnection(url, "sa", "");
        writing = DriverManager.getConnection(url, "sa", "");
        try (Statement statement = writing.createStatement()) {
            statement.execute("create table item (id bigint primary key, state varchar(10))");
            statement.execute("create index item_by_state on item (state)");
            statement.execute("insert into item select n, 'OPEN' from system_range(1, 50) as numbers (n)");
        }
    }

    @AfterEach
    void close() throws SQLException {
        asking.close();
        writing.close();
    }

    private boolean finds(String question) throws SQLException {
        try (var statement = asking.prepareStatement(question);
                ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    private void allDone() throws SQLException {
        try (Statement statement = writing.createStatement()) {
            statement.execute("update item set state = 'DONE'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, ANY, VALUE})
    void ourOptionsAnswerWhatIsSo(String question) throws SQLException {
        open(TestDatabases.H2_OPTIONS);
        assertThat(finds(question)).isTrue();
        allDone();
        assertThat(finds(question)).isFalse();
    }

    /** When this fails H2 is mended, and the option may go. */
    @ParameterizedTest
    @ValueSource(strings = {FIRST, VALUE})
    void aStatementThatH2KeepsAnswersWhatWasSo(String question) throws SQLException {
        open(TestDatabases.H2_OPTIONS.replace("QUERY_CACHE_SIZE=0", "QUERY_CACHE_SIZE=8"));
        assertThat(finds(question)).isTrue();
        allDone();
        assertThat(finds(question)).isTrue();
    }
}
