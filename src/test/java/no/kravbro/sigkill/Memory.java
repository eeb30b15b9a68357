package no.kravbro.sigkill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import no.kravbro.fakes.TestDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The product's database, looked at only while no product runs. */
final class Memory implements AutoCloseable {

    private static final List<String> MACHINE_TIMES = List.of(
            "delivery due_at",
            "delivery lease_until",
            "delivery updated_at",
            "schedule not_before",
            "schedule lease_until",
            "inbox lease_until",
            "folder_lease lease_until",
            "rate_budget blocked_until",
            "rate_budget resets_at");

    private static final String LEFT =
            """
            select d.kind || ' ' || d.delivery_key || ' ' || d.state || ' ' || coalesce(d.cause, '') from delivery d
              where d.state not in ('DONE', 'CANCELLED')
            union all select 'letter ' || what || ' ' || subject || ' ' || cause from dead_letter where state not in ('CLOSED', 'SOLVED')
            union all select 'inbox ' || source || ' ' || inbox_key from inbox where state = 'NEW'
            union all select 'booking ' || booking_key || ' ' || state from booking where state in ('INTENDED', 'PROPOSED')
            union all select 'job ' || creditor_id || ' ' || job || ' ' || coalesce(last_result, '') from schedule
              where holder is not null or last_result <> 'OK'""";

    private final String url;
    private final String user;
    private final EmbeddedPostgres server;

    private Memory(String url, String user, EmbeddedPostgres server) {
        this.url = url;
        this.user = user;
        this.server = server;
    }

    /** @param kind h2 or postgres */
    static Memory in(Path folder, String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "h2" ->
                new Memory(
                        "jdbc:h2:file:" + folder.toAbsolutePath().resolve("memory") + ";" + TestDatabases.H2_OPTIONS
                                + ";DB_CLOSE_ON_EXIT=FALSE",
                        "sa",
                        null);
            case "postgres" -> postgres(folder.resolve("postgres"));
            default -> throw new IllegalArgumentException("There is no database " + kind);
        };
    }

    private static Memory postgres(Path data) {
        try {
            boolean there = Files.exists(data.resolve("PG_VERSION"));
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(!there)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            Memory memory = new Memory(server.getJdbcUrl("postgres", "postgres"), "postgres", server);
            if (!List.of("on", "on").equals(List.of(memory.one("show fsync"), memory.one("show synchronous_commit")))) {
                throw new IllegalStateException("This PostgreSQL does not force its commits to the disk");
            }
            return memory;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be started here", e);
        }
    }

    String url() {
        return url;
    }

    String user() {
        return user;
    }

    /** One connection for all that is looked at: H2 opens its file with the first one and packs it with the last. */
    private <T> T look(Function<JdbcClient, T> at) {
        SingleConnectionDataSource connection = new SingleConnectionDataSource(url, user, "", true);
        try {
            return at.apply(JdbcClient.create(connection));
        } finally {
            connection.destroy();
        }
    }

    private String one(String statement) {
        return look(sql -> sql.sql(statement).query(String.class).single());
    }

    private static boolean empty(JdbcClient sql) {
        return sql.sql("select count(*) from information_schema.tables where table_name = 'rate_budget'")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** As if the product had been down for so many hours: leases have run out, pauses are over. Also proves that it opens. */
    void hoursPass(int hours) {
        look(sql -> empty(sql) ? 0 : passed(sql, hours));
    }

    private static int passed(JdbcClient sql, int hours) {
        // What waits stands in the turn of its time.
        int rows = sql.sql("update delivery set turn = turn - :millis where turn < 0")
                .param("millis", Duration.ofHours(hours).toMillis())
                .update();
        for (String each : MACHINE_TIMES) {
            String[] words = each.split(" ");
            rows += sql.sql("update " + words[0] + " set " + words[1] + " = " + words[1] + " - interval '" + hours
                            + "' hour where " + words[1] + " is not null")
                    .update();
        }
        return rows;
    }

    /** Whatever is not done, in words. */
    List<String> left() {
        return look(sql -> empty(sql)
                ? List.of("everything")
                : sql.sql(LEFT).query(String.class).list());
    }

    @Override
    public void close() {
        if (server != null) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
