package no.kravbro.crash;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.ecpay.EcpaySandbox;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;

/** One hour of everything outside the process, kept so that it can be lived again: the database, the far sides, their directories. */
final class Hour {

    private static final String KEPT = "kept_";
    private static final List<String> DIRECTORIES = List.of("inn", "kvittering", "ut", "arkiv");
    private static final List<String> LOGINS = List.of("havbris", "nordlys");

    private final Ground ground;
    private final JdbcTemplate sql;
    private final boolean postgres;
    private final EcpaySandbox ecpay;
    private final Map<String, byte[]> files = new TreeMap<>();
    private Instant instant;

    Hour(Ground ground) {
        this.ground = ground;
        this.sql = new JdbcTemplate(ground.database().real());
        this.postgres = ground.isPostgres();
        this.ecpay = ground.town.neighbour(EcpayNeighbour.class).sandbox();
    }

    /** Keeps everything as it stands. */
    void keep() {
        if (!postgres) {
            // For good: each time it is set, H2 forgets every statement that it has understood.
            sql.execute("set referential_integrity false");
        }
        tables().forEach(table -> {
            sql.execute("drop table if exists " + KEPT + table);
            sql.execute("create table " + KEPT + table + " as select * from " + table);
        });
        ground.database().touched();
        ground.town.store().mark();
        instant = ground.machine.instant();
        files.clear();
        eachFile((login, folder, name) -> files.put(path(login, folder, name), ecpay.bytes(login, folder, name)));
    }

    private List<String> tables() {
        return sql.queryForList(
                "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public'"
                        + " and lower(table_name) not like 'kept%' and lower(table_name) not like 'flyway%'",
                String.class);
    }

    /** Everything is again as it was kept, and nothing else. */
    void rewind() {
        ground.machine.set(instant);
        tables(ground.database().touched());
        ground.town.store().rewind();
        ground.town.autoCollect().webhooks().log().clear();
        // What it counts by the minute is no memory of anything that happened.
        ground.town.tripletex().rateLimit(1_000_000, true);
        files();
    }

    private void tables(Set<String> changed) {
        sql.execute((StatementCallback<Void>) statement -> {
            if (postgres) {
                statement.execute("set session_replication_role = replica");
            }
            for (String table : changed) {
                statement.execute("delete from " + table);
                statement.execute("insert into " + table + " select * from " + KEPT + table);
            }
            if (postgres) {
                statement.execute("set session_replication_role = default");
            }
            return null;
        });
    }

    private void files() {
        Map<String, byte[]> missing = new TreeMap<>(files);
        eachFile((login, folder, name) -> {
            byte[] was = missing.get(path(login, folder, name));
            if (was != null && Arrays.equals(was, ecpay.bytes(login, folder, name))) {
                missing.remove(path(login, folder, name));
            } else {
                ecpay.remove(login, folder, name);
            }
        });
        missing.forEach((path, bytes) -> {
            String[] parts = path.split("/");
            ecpay.place(parts[0], parts[1], parts[2], bytes);
        });
    }

    private interface OfFile {
        void accept(String login, String folder, String name);
    }

    private void eachFile(OfFile each) {
        for (String login : LOGINS) {
            for (String folder : DIRECTORIES) {
                ecpay.files(login, folder).forEach(name -> each.accept(login, folder, name));
            }
        }
    }

    private static String path(String login, String folder, String name) {
        return login + "/" + folder + "/" + name;
    }
}
