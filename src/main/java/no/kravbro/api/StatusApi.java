package no.kravbro.api;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.kravbro.Settings;
import no.kravbro.access.Right;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.reconcile.Bookings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/status}: how much stands where, in one answer. */
@Service
public class StatusApi {

    private final Settings settings;
    private final Clock clock;
    private final Deliveries deliveries;
    private final Claims claims;
    private final Bookings bookings;
    private final DeadLetters letters;
    private final TasksApi tasks;
    private final BundleStatus bundle;
    private final CountsByState counts;
    private final JdbcClient sql;

    StatusApi(
            Settings settings,
            Clock clock,
            Deliveries deliveries,
            Claims claims,
            Bookings bookings,
            DeadLetters letters,
            TasksApi tasks,
            BundleStatus bundle,
            CountsByState counts,
            JdbcClient sql) {
        this.settings = settings;
        this.clock = clock;
        this.deliveries = deliveries;
        this.claims = claims;
        this.bookings = bookings;
        this.letters = letters;
        this.tasks = tasks;
        this.bundle = bundle;
        this.counts = counts;
        this.sql = sql;
    }

    /** Claims of a creditor in one state at one agency; principal in øre. */
    public record ClaimCount(String creditorId, String agency, String state, long claims, long principalOre) {}

    /**
     * The route bundle.
     *
     * @param running version that runs
     * @param since machine time at which it began to
     * @param refused files that were changed and do not run, with line and reason; the last good ones do
     */
    public record Routes(String running, Instant since, List<String> refused) {}

    /**
     * @param now business time
     * @param node name of the process that answers
     * @param waitingMessages received and not worked on yet; 0 for who does not see all creditors
     */
    public record View(
            OffsetDateTime now,
            String node,
            Map<String, Long> deliveries,
            List<ClaimCount> claims,
            Map<String, Long> bookings,
            long openDeadLetters,
            long openDifferences,
            long openTasks,
            long overdueTasks,
            long waitingMessages,
            Routes routes) {}

    /** @param waitingMessages received and not worked on yet */
    public record Node(String node, long waitingMessages, Routes routes) {}

    /** What is known of this node without counting. */
    public Node node() {
        return new Node(settings.node(), waiting(), routes());
    }

    /** Of what belongs to creditors only theirs whom the caller sees; what belongs to none, to those who see all. */
    public View show(Caller caller) {
        caller.need(Right.READ_MACHINE);
        Set<String> only = caller.creditors();
        TasksApi.Count open = tasks.count(only);
        return new View(
                OffsetDateTime.now(clock),
                settings.node(),
                only == null ? names(deliveries.counts()) : counts.deliveries(only),
                claims.counts().stream()
                        .filter(each -> caller.access().sees(each.creditorId()))
                        .map(each -> new ClaimCount(
                                each.creditorId(),
                                each.agency(),
                                each.state().name(),
                                each.claims(),
                                each.principalOre()))
                        .toList(),
                only == null ? names(bookings.counts()) : counts.bookings(only),
                letters.count(LetterFilter.OPEN.within(only)),
                differences(only),
                open.open(),
                open.overdue(),
                only == null ? waiting() : 0,
                routes());
    }

    private long differences(Set<String> only) {
        return only == null
                ? count("select count(*) from difference where state = 'OPEN'")
                : counts.differences(only).getOrDefault("OPEN", 0L);
    }

    private long waiting() {
        return count("select count(*) from inbox where state = 'NEW'");
    }

    private Routes routes() {
        BundleStatus.View view = bundle.view();
        return new Routes(
                view.running(),
                view.since(),
                view.refusals().stream()
                        .map(no.kravbro.bundle.Problem::toString)
                        .toList());
    }

    private long count(String statement) {
        return sql.sql(statement).query(Long.class).single();
    }

    private static Map<String, Long> names(Map<? extends Enum<?>, Long> counts) {
        Map<String, Long> names = new TreeMap<>();
        counts.forEach((state, count) -> names.put(state.name(), count));
        return names;
    }
}
