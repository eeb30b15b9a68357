package no.kravbro.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import no.kravbro.delivery.Sql;
import no.kravbro.fakes.TestDatabases;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new H2 file with the product's schema and options, gone when closed. */
final class BenchDatabase implements AutoCloseable {

    private final Path folder;
    private final HikariDataSource pool = new HikariDataSource();

    BenchDatabase(Path parent, Clock clock) throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(parent), "h2-");
        pool.setJdbcUrl("jdbc:h2:file:" + folder.toAbsolutePath().resolve("bench") + ";" + TestDatabases.H2_OPTIONS);
        pool.setUsername("sa");
        Flyway.configure().dataSource(pool).load().migrate();
        JdbcClient.create(pool)
                .sql("insert into creditor (id, organization_number, name, agency, state, settings, created_at)"
                        + " values (:id, '310245674', 'Nordlys Elektro AS', 'autocollect', 'ACTIVE', '{}', :now)")
                .param("id", Contender.CREDITOR)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    DataSource pool() {
        return pool;
    }

    /** How many rows were left, and a hash of all that stands in them. */
    String contents() {
        AtomicLong count = new AtomicLong();
        StringBuilder rows = new StringBuilder();
        JdbcClient.create(pool)
                .sql("select * from invoice order by creditor_id, invoice_id")
                .query(row -> {
                    count.incrementAndGet();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        rows.append(row.getString(column)).append('\n');
                    }
                });
        return count + " rows, " + Sql.hash(rows.toString());
    }

    @Override
    public void close() throws IOException {
        pool.close();
        for (String file : new String[] {"bench.mv.db", "bench.trace.db"}) {
            Files.deleteIfExists(folder.resolve(file));
        }
        Files.delete(folder);
    }
}
