package no.kravbro.fakes;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Both databases Kravbro runs on. PostgreSQL is a real server, started once per JVM; where it cannot start, the test fails:
 * skipping would prove nothing.
 */
public enum TestDatabases {
    H2 {
        @Override
        public TestDatabase open() {
            var name = "kravbro" + NUMBER.incrementAndGet();
            return migrated(pool("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;" + H2_OPTIONS, "sa"), false);
        }
    },
    POSTGRESQL {
        @Override
        public TestDatabase open() {
            var name = "kravbro" + NUMBER.incrementAndGet();
            var server = Server.RUNNING;
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return migrated(pool(server.getJdbcUrl("postgres", name), "postgres"), true);
        }
    };

    /** Options every H2 of ours runs with, in tests and in the product. */
    public static final String H2_OPTIONS =
            "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=0;WRITE_DELAY=0;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=0";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int CONNECTIONS = 12;

    /** A new, empty, migrated database. */
    public abstract TestDatabase open();

    private static TestDatabase migrated(HikariDataSource pool, boolean postgres) {
        migrate(pool);
        return new TestDatabase(pool, postgres);
    }

    private static void migrate(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }

    private static HikariDataSource pool(String url, String user) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        return pool;
    }

    /** Started by whoever asks first. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL cannot be started here", e);
            }
        }
    }
}
