package no.kravbro.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What has happened lately on all nodes, read off the newest attempts: so many and no more, however many there are, so that a page
 * costs the same with a million of them.
 */
@Repository
public class LatelyApi {

    /** So many attempts are looked at. */
    public static final int NEWEST = 500;

    private static final int MOST_ERRORS = 10;

    static final String ERRORS =
            """
            select a.ended_at, a.delivery_id, a.outcome, a.cause, a.route_id, a.holder, d.target, d.kind
            from (select * from attempt order by id desc limit :newest) a join delivery d on d.id = a.delivery_id
            where a.cause is not null and a.outcome <> 'ACCEPTED' order by a.id desc limit :most""";

    static final String NODES =
            """
            select holder, bundle_version, max(ended_at) as at, count(*) as n
            from (select * from attempt order by id desc limit :newest) a
            where holder is not null group by holder, bundle_version""";

    private final JdbcClient sql;

    LatelyApi(JdbcClient sql) {
        this.sql = sql;
    }

    /** An attempt that did not end well; its cause is a code, and nothing of a message stands here. */
    public record Failed(
            Instant at, long deliveryId, String target, String kind, String outcome, String cause, String routeId) {}

    /**
     * A process that has sent something lately.
     *
     * @param bundle version of the routes that it did so with; one node has two while it changes them
     * @param attempts among those looked at
     */
    public record Node(String node, String bundle, Instant lastAt, long attempts) {}

    /** Newest first. */
    public List<Failed> errors() {
        return sql.sql(ERRORS)
                .param("newest", NEWEST)
                .param("most", MOST_ERRORS)
                .query((row, number) -> new Failed(
                        Sql.instant(row, "ended_at"),
                        row.getLong("delivery_id"),
                        row.getString("target"),
                        row.getString("kind"),
                        row.getString("outcome"),
                        row.getString("cause"),
                        row.getString("route_id")))
                .list();
    }

    /** By name. Every taking of work has a holder of its own, which begins with the node's name. */
    public List<Node> nodes() {
        Map<String, Node> nodes = new TreeMap<>(sql
                .sql(NODES)
                .param("newest", NEWEST)
                .query((row, number) -> new Node(
                        name(row.getString("holder")),
                        row.getString("bundle_version"),
                        Sql.instant(row, "at"),
                        row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(each -> each.node() + "/" + each.bundle(), each -> each, SAME)));
        return List.copyOf(nodes.values());
    }

    private static final BinaryOperator<Node> SAME = (one, other) -> new Node(
            one.node(),
            one.bundle(),
            BinaryOperator.maxBy(Comparator.<Instant>naturalOrder()).apply(one.lastAt(), other.lastAt()),
            one.attempts() + other.attempts());

    private static String name(String holder) {
        int cut = holder.indexOf('/');
        return cut < 0 ? holder : holder.substring(0, cut);
    }
}
