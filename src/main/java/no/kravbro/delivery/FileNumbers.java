package no.kravbro.delivery;

import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The last number used, or read, of each kind of file that a creditor exchanges with an agency. */
@Repository
public class FileNumbers {

    private static final String KEY = " creditor_id = :creditor and agency = :agency and kind = :kind";

    private final NamedParameterJdbcTemplate sql;

    public FileNumbers(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /** The last number, 0 when none; nobody else gets past here until the caller's transaction ends. */
    public long lock(String creditorId, String agency, String kind) {
        begin(creditorId, agency, kind, 0);
        return sql.queryForObject(
                "select last_number from file_number where" + KEY + " for update",
                key(creditorId, agency, kind),
                Long.class);
    }

    /** The last number, 0 when none. */
    public long last(String creditorId, String agency, String kind) {
        return sql
                .queryForList(
                        "select last_number from file_number where" + KEY, key(creditorId, agency, kind), Long.class)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** A creditor that exchanged files before it came to us goes on behind its last number; one that is known stays. */
    public void begin(String creditorId, String agency, String kind, long last) {
        sql.update(
                "insert into file_number (creditor_id, agency, kind, last_number)"
                        + " values (:creditor, :agency, :kind, :last) on conflict do nothing",
                key(creditorId, agency, kind).addValue("last", last));
    }

    /** One further. Throws {@link IllegalStateException} when another was faster: what the caller did is not counted. */
    public void advance(String creditorId, String agency, String kind, long from, long to) {
        int moved = sql.update(
                "update file_number set last_number = :to where" + KEY + " and last_number = :from",
                key(creditorId, agency, kind).addValue("from", from).addValue("to", to));
        if (moved == 0) {
            throw new IllegalStateException("File " + kind + " " + to + " was handled by another meanwhile");
        }
    }

    private static MapSqlParameterSource key(String creditorId, String agency, String kind) {
        return new MapSqlParameterSource(Map.of("creditor", creditorId, "agency", agency, "kind", kind));
    }
}
