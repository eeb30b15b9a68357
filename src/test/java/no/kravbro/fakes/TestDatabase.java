package no.kravbro.fakes;

import com.zaxxer.hikari.HikariDataSource;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated database of one test class, with what Spring would inject around it. */
public final class TestDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final String clear;

    TestDatabase(HikariDataSource pool, boolean postgres) {
        this.pool = pool;
        this.clear = clear(JdbcClient.create(pool), postgres);
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

    /** Empties every table of ours, whatever refers to what. */
    public void clear() {
        client().sql(clear).update();
    }

    private static String clear(JdbcClient client, boolean postgres) {
        var deletes = client
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")
                .query(String.class)
                .stream()
                .map(table -> "delete from " + table + ";")
                .collect(Collectors.joining());
        return postgres
                ? "set session_replication_role = replica;" + deletes + "set session_replication_role = origin"
                : "set referential_integrity false;" + deletes + "set referential_integrity true";
    }

    /** A creditor that other rows may refer to. */
    public void creditor(String id, String organizationNumber) {
        creditor(id, organizationNumber, "autocollect");
    }

    public void creditor(String id, String organizationNumber, String agency) {
        client().sql("insert into creditor (id, organization_number, name, agency, state, settings, created_at)"
                        + " values (:id, :number, :id, :agency, 'ACTIVE', '{}', current_timestamp)")
                .param("id", id)
                .param("number", organizationNumber)
                .param("agency", agency)
                .update();
    }

    @Override
    public void close() {
        pool.close();
    }
}
