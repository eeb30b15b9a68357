package no.kravbro.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads the audit trail and proves that nothing in it was changed, left out or put in. */
@Service
public class AuditReader {

    private static final int AT_ONCE = 1000;

    private final JdbcClient sql;

    AuditReader(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What a look through the whole chain found.
     *
     * @param rows how many rows hold
     * @param lastHash hash of the last of them; noted elsewhere, it proves later that the chain still begins with these rows
     * @param broken number of the first row that does not, or null
     * @param problem what is wrong with it, a code, or null
     */
    public record Verdict(long rows, String lastHash, Long broken, Problem problem) {

        public boolean whole() {
            return problem == null;
        }
    }

    /** How a chain can be broken. Words under {@code chain.<name>}. */
    public enum Problem {
        /** A number is left out. */
        MISSING,
        /** A row does not follow the one before it. */
        OUT_OF_CHAIN,
        /** A row was changed after it was written. */
        CHANGED,
        /** The last rows are gone. */
        CUT_OFF
    }

    /** Newest first. */
    public List<AuditRow> list(AuditFilter filter) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder();
        add(where, values, "who = :who", "who", filter.who());
        add(
                where,
                values,
                "deed = :deed",
                "deed",
                filter.deed() == null ? null : filter.deed().name());
        add(where, values, "subject like :subject escape '\\'", "subject", beginning(filter.subject()));
        add(
                where,
                values,
                "outcome = :outcome",
                "outcome",
                filter.outcome() == null ? null : filter.outcome().name());
        add(where, values, "number < :before", "before", filter.before());
        return sql.sql("select * from audit" + where + " order by number desc limit :size")
                .params(values)
                .param("size", filter.size())
                .query(AuditRow::read)
                .list();
    }

    private static void add(StringBuilder where, Map<String, Object> values, String sql, String name, Object value) {
        if (value != null) {
            where.append(where.isEmpty() ? " where " : " and ").append(sql);
            values.put(name, value);
        }
    }

    private static String beginning(String text) {
        return text == null ? null : text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** Reads every row in order and computes its hash anew. */
    public Verdict verify() {
        long number = 0;
        String hash = AuditTrail.BEGINNING;
        List<AuditRow> rows;
        do {
            rows = sql.sql("select * from audit where number > :last order by number limit :size")
                    .param("last", number)
                    .param("size", AT_ONCE)
                    .query(AuditRow::read)
                    .list();
            for (AuditRow row : rows) {
                Optional<Problem> problem = problem(row, number, hash);
                if (problem.isPresent()) {
                    return new Verdict(number, hash, row.number(), problem.get());
                }
                number = row.number();
                hash = row.hash();
            }
        } while (rows.size() == AT_ONCE);
        return cutOff(number)
                ? new Verdict(number, hash, number + 1, Problem.CUT_OFF)
                : new Verdict(number, hash, null, null);
    }

    private static Optional<Problem> problem(AuditRow row, long last, String hash) {
        if (row.number() != last + 1) {
            return Optional.of(Problem.MISSING);
        }
        if (!row.previous().equals(hash)) {
            return Optional.of(Problem.OUT_OF_CHAIN);
        }
        return row.hash().equals(row.expectedHash()) ? Optional.empty() : Optional.of(Problem.CHANGED);
    }

    /** The head is read after the rows: rows added meanwhile are not missed. */
    private boolean cutOff(long last) {
        return sql.sql("select count(*) from audit_head where number > :last"
                                + " and not exists (select 1 from audit where number > :last)")
                        .param("last", last)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
