package no.kravbro.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database with one writer at a time: from its first statement that may write until its end a transaction has it alone;
 * who only reads waits for nobody. Transactions nested in one thread are one writer. Who waits for too long fails as with a
 * lock of the database's own.
 *
 * <p>For H2, whose every commit writes down what stands in all tables <em>while others go on</em>, table after table: were
 * the process killed right then, the next one would find a transaction in one table and not in the other, and numbers given
 * twice (decision 0014).
 */
public final class OneWriter extends DelegatingDataSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int H2_LOCK_TIMEOUT = 50_200;

    private final ReentrantLock lock = new ReentrantLock();

    public OneWriter(DataSource real) {
        super(real);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new OneWriterConnection(super.getConnection(), this).proxy();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return new OneWriterConnection(super.getConnection(user, password), this).proxy();
    }

    void begin() throws SQLException {
        try {
            if (lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTimeoutException("Another transaction goes on writing", "HYT00", H2_LOCK_TIMEOUT);
    }

    void end() {
        lock.unlock();
    }
}
