package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.mock.env.MockEnvironment;

/** Each way in which a connection that stays open stops writing, and each that does not, seen from another one. */
class OneWriterEndsTest {

    private TestDatabase database;
    private OneWriter one;
    private Connection held;
    private Connection real;

    @BeforeEach
    void open() throws SQLException {
        database = TestDatabases.H2.open();
        one = new OneWriter(new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                real = super.getConnection();
                return real;
            }
        });
        held = one.getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        real.close();
        database.close();
    }

    private void write(String token) throws SQLException {
        try (Statement statement = held.createStatement()) {
            statement.executeUpdate("insert into rate_budget (token) values ('" + token + "')");
        }
    }

    private static <T> FutureTask<T> begun(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "another");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    /** From another thread: asks for the right to write and gives it back. */
    private FutureTask<Boolean> another() {
        return begun(() -> {
            one.begin();
            one.end();
            return true;
        });
    }

    private void assertFree() throws Exception {
        assertThat(another().get(1, TimeUnit.MINUTES)).isTrue();
    }

    private void assertHeld() {
        assertThatThrownBy(() -> another().get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void aStatementOfItsOwnTransactionEndsIt() throws Exception {
        write("a");
        assertFree();
    }

    @Test
    void commitAndRollbackEndIt() throws Exception {
        held.setAutoCommit(false);
        write("a");
        held.commit();
        assertFree();
        write("b");
        held.rollback();
        assertFree();
    }

    @Test
    void goingBackToSingleStatementsEndsIt() throws Exception {
        held.setAutoCommit(false);
        write("a");
        held.setAutoCommit(true);
        assertFree();
    }

    @Test
    void aRollbackToASavepointDoesNot() throws Exception {
        held.setAutoCommit(false);
        write("a");
        Savepoint point = held.setSavepoint();
        held.rollback(point);
        assertHeld();
        held.rollback();
    }

    @Test
    void anEndThatFailsIsAnEnd() throws Exception {
        held.setAutoCommit(false);
        write("a");
        real.close();
        assertThatThrownBy(held::commit).isInstanceOf(SQLException.class);
        assertFree();
    }

    @Test
    void aRollbackThatFailsIsAnEndToo() throws Exception {
        held.setAutoCommit(false);
        write("a");
        real.close();
        assertThatThrownBy(held::rollback).isInstanceOf(SQLException.class);
        assertFree();
    }

    @Test
    void aRollbackToASavepointThatFailsIsNone() throws Exception {
        held.setAutoCommit(false);
        write("a");
        Savepoint point = held.setSavepoint();
        held.releaseSavepoint(point);
        assertThatThrownBy(() -> held.rollback(point)).isInstanceOf(SQLException.class);
        assertHeld();
        held.rollback();
    }

    @Test
    void connectionsAndStatementsAreThemselves() throws SQLException {
        try (Statement statement = held.createStatement();
                Connection other = one.getConnection()) {
            assertThat(held).isEqualTo(held).isNotEqualTo(other).hasSameHashCodeAs(held);
            assertThat(statement).isEqualTo(statement).isNotEqualTo(held).hasSameHashCodeAs(statement);
        }
    }

    @Test
    void whoIsStoppedWhileWaitingFailsAndStaysStopped() throws Exception {
        held.setAutoCommit(false);
        write("a");
        FutureTask<Boolean> stopped = begun(() -> {
            Thread.currentThread().interrupt();
            try {
                one.begin();
                return false;
            } catch (SQLTimeoutException expected) {
                return Thread.interrupted();
            }
        });
        assertThat(stopped.get(1, TimeUnit.MINUTES)).isTrue();
        held.rollback();
    }

    @Test
    void aConnectionOfAnotherUserWaitsToo() throws SQLException, ExecutionException, InterruptedException {
        OneWriter bare = new OneWriter(new DelegatingDataSource(database.dataSource()) {
            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return getConnection();
            }
        });
        try (Connection connection = bare.getConnection("sa", "")) {
            connection.setAutoCommit(false);
            connection.createStatement().executeUpdate("insert into rate_budget (token) values ('c')");
            assertThatThrownBy(() -> begun(() -> {
                                bare.begin();
                                bare.end();
                                return true;
                            })
                            .get(100, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            connection.rollback();
        }
        assertThat(JdbcClient.create(one)
                        .sql("select count(*) from rate_budget")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void onlyH2NeedsIt() {
        MockEnvironment settings = new MockEnvironment();
        settings.setProperty("spring.datasource.url", "jdbc:h2:mem:x");
        OneWriterOnH2 onH2 = new OneWriterOnH2(settings);
        assertThat(onH2.postProcessAfterInitialization(database.dataSource(), "d"))
                .isInstanceOf(OneWriter.class);
        assertThat(onH2.postProcessAfterInitialization("text", "t")).isEqualTo("text");
        settings.setProperty("spring.datasource.url", "jdbc:postgresql:x");
        assertThat(new OneWriterOnH2(settings).postProcessAfterInitialization(database.dataSource(), "d"))
                .isSameAs(database.dataSource());
        assertThat(new SqlFiles(database.dataSource()).folder()).isEqualTo("h2");
    }
}
