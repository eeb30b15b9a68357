package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One transaction writes at a time, and whatever way it ends the next one may. */
class OneWriterTest {

    private static final String INSERT = "insert into rate_budget (token) values (:token)";

    private final ExecutorService others = Executors.newCachedThreadPool();
    private TestDatabase database;
    private JdbcClient sql;
    private TransactionTemplate transaction;
    private TransactionTemplate another;

    @BeforeEach
    void open() {
        database = TestDatabases.H2.open();
        OneWriter one = new OneWriter(database.dataSource());
        sql = JdbcClient.create(one);
        transaction = new TransactionTemplate(new JdbcTransactionManager(one));
        another = new TransactionTemplate(transaction.getTransactionManager());
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @AfterEach
    void close() {
        others.shutdownNow();
        database.close();
    }

    private void write(String token) {
        sql.sql(INSERT).param("token", token).update();
    }

    private List<String> written() {
        return sql.sql("select token from rate_budget order by token")
                .query(String.class)
                .list();
    }

    /** Begins to write "held" and goes on until told. */
    private Future<?> holds(CountDownLatch holding, CountDownLatch until) {
        return others.submit(() -> transaction.executeWithoutResult(status -> {
            write("held");
            holding.countDown();
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    @Test
    void whoWritesMeanwhileWaitsAndWhoReadsDoesNot() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch until = new CountDownLatch(1);
        Future<?> first = holds(holding, until);
        holding.await();
        Future<?> second = others.submit(() -> write("waited"));
        assertThat(written()).isEmpty();
        assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        until.countDown();
        first.get();
        second.get();
        assertThat(written()).containsExactly("held", "waited");
    }

    @Test
    void aQuestionThatWritesWaitsToo() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch until = new CountDownLatch(1);
        holds(holding, until);
        holding.await();
        for (String writes : List.of(
                "select token from final table (update rate_budget set remaining = 1)",
                " -- with a comment\nselect token from final table (update rate_budget set remaining = 2)",
                "select token from rate_budget for update")) {
            Future<?> second = others.submit(() -> sql.sql(writes).query().listOfRows());
            assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS))
                    .as(writes)
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            second.cancel(true);
        }
        until.countDown();
    }

    @Test
    void oneWithinTheOtherIsOneWriter() {
        transaction.executeWithoutResult(outer -> {
            write("outer");
            another.executeWithoutResult(inner -> write("inner"));
            write("behind");
        });
        assertThat(written()).containsExactly("behind", "inner", "outer");
    }

    @Test
    void whateverWayItEndsTheNextOneMay() throws Exception {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    write("twice");
                    write("twice");
                }))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        assertThatThrownBy(() -> sql.sql("insert into no_such_table values (1)").update())
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        transaction.executeWithoutResult(status -> {
            write("rolled back");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            Object point = status.createSavepoint();
            write("undone");
            status.rollbackToSavepoint(point);
            write("kept");
        });
        others.submit(() -> write("next")).get();
        assertThat(written()).containsExactly("kept", "next");
    }
}
