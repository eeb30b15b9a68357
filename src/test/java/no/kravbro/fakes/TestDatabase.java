package no.kravbro.fakes;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database of one test class, with what Spring would inject around it. */
public final class TestDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final boolean postgres;

    TestDatabase(HikariDataSource pool, boolean postgres) {
        this.pool = pool;
        this.postgres = postgres;
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient client() {
        return JdbcClient.create(pool);
    }

    public NamedParameterJdbcTemplate named() {
        return new NamedParameterJdbcTemplate(pool);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Empties every table of ours. */
    public void clear() {
        var tables = tables();
        if (postgres) {
            client().sql("truncate table " + String.join(", ", tables) + " restart identity cascade")
                    .update();
            return;
        }
        client().sql("set referential_integrity false").update();
        tables.forEach(table ->
                client().sql("truncate table " + table + " restart identity").update());
        client().sql("set referential_integrity true").update();
    }

    private List<String> tables() {
        return client().sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")
                .query(String.class)
                .list();
    }

    /** A creditor that other rows may refer to. */
    public void creditor(String id, String organizationNumber) {
        client().sql("insert into creditor (id, organization_number, name, agency, state, settings, created_at)"
                        + " values (:id, :number, :id, 'autocollect', 'ACTIVE', '{}', current_timestamp)")
                .param("id", id)
                .param("number", organizationNumber)
                .update();
    }

    @Override
    public void close() {
        pool.close();
    }
}
