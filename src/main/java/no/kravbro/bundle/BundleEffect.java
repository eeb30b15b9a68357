package no.kravbro.bundle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a planned bundle concerns: what is under way where its files change. Counted now, and changing every second. */
public final class BundleEffect {

    private static final String TRIPLETEX = "tripletex";

    private final JdbcClient sql;

    public BundleEffect(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param target agency, or the accounting system
     * @param underWay deliveries that a worker has in hand: they end as they began
     * @param waiting deliveries that the new bundle will send or ask about
     * @param stopped open dead letters of this agency, which the change may be meant to solve
     */
    public record Concerned(String target, long underWay, long waiting, long stopped) {}

    /**
     * What changes for all is told of all.
     *
     * @param targets what deliveries can be for: the agencies and the accounting system
     */
    public List<Concerned> of(BundleDiff diff, Set<String> targets) {
        Set<String> folders = diff.folders();
        boolean all = diff.shared() || !targets.containsAll(folders);
        Set<String> concerned = new TreeSet<>(targets);
        if (!all) {
            concerned.retainAll(folders);
        }
        return concerned.stream().map(this::count).toList();
    }

    private Concerned count(String target) {
        long underWay = count("select count(*) from delivery where state = 'IN_FLIGHT' and target = :target", target);
        long waiting = count("select count(*) from delivery where turn is not null and target = :target", target);
        String stopped = target.equals(TRIPLETEX)
                ? "select count(*) from dead_letter where state = 'OPEN'"
                        + " and (agency is null or what like 'BOOK%') and :target is not null"
                : "select count(*) from dead_letter where state = 'OPEN' and agency = :target";
        return new Concerned(target, underWay, waiting, count(stopped, target));
    }

    private long count(String statement, String target) {
        return sql.sql(statement).param("target", target).query(Long.class).single();
    }
}
