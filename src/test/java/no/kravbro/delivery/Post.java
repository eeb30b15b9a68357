package no.kravbro.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.secret.Seals;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** The delivery room wired by hand on a test database, with the claim as a worker would do it. */
final class Post {
    static final Duration LEASE = Duration.ofMinutes(2);
    static final BackoffPolicy POLICY = new BackoffPolicy(
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            3,
            Duration.ofSeconds(60),
            Duration.ofSeconds(20),
            Duration.ofMinutes(10),
            4,
            2,
            0);

    private final TestDatabase database;
    private final MutableClock clock;
    private final AtomicInteger claims = new AtomicInteger();
    final Attempts attempts;
    final Outbox outbox;
    final Deliveries deliveries;
    final Transmissions transmissions;
    final Dispatch dispatch;
    private final String claim;

    Post(TestDatabase database, MutableClock clock, int batchSize, List<Consequence> consequences) {
        this.database = database;
        this.clock = clock;
        var sql = database.named();
        attempts = new Attempts(sql);
        var payloads = new Payloads(Seals.SEALER);
        var rows = new DeliveryRows(payloads);
        outbox = new Outbox(sql, payloads, clock);
        var backoff = new Backoff(provider(BackoffPolicies.class, target -> POLICY), new Random(1));
        var recording = new Recording(sql, attempts, backoff, clock);
        deliveries = new Deliveries(
                database.client(),
                database.transaction(),
                outbox,
                rows,
                recording,
                provider(Consequence.class, consequences),
                clock);
        transmissions = new Transmissions(sql, database.transaction(), Seals.SEALER, clock);
        dispatch = new Dispatch(
                new Siblings(sql, rows, clock),
                rows,
                database.transaction(),
                provider(BatchSizes.class, (target, kind) -> batchSize));
        claim = new SqlFiles(database.dataSource()).statement("claim-deliveries");
    }

    static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        return provider(type, List.of(bean));
    }

    static <T> ObjectProvider<T> provider(Class<T> type, List<T> beans) {
        var factory = new StaticListableBeanFactory();
        beans.forEach(bean -> factory.addBean(type.getName() + System.identityHashCode(bean), bean));
        return factory.getBeanProvider(type);
    }

    long add(String target, String creditor, String key) {
        return add(target, creditor, key, key);
    }

    long add(String target, String creditor, String key, String group) {
        return deliveries.add(newDelivery(target, creditor, key, group));
    }

    static NewDelivery newDelivery(String target, String creditor, String key, String group) {
        return new NewDelivery(
                DeliveryKind.SUBMIT_CLAIM,
                key,
                1,
                target,
                group,
                creditor,
                key,
                "{\"key\":\"" + key + "\"}",
                1_000_000);
    }

    /** One poll of one worker; every claim has a holder of its own. */
    List<Map<String, Object>> claim(int limit) {
        return claim("autocollect", limit);
    }

    List<Map<String, Object>> claim(String target, int limit) {
        return claim(target, limit, "node/" + claims.incrementAndGet(), clock);
    }

    private List<Map<String, Object>> claim(String target, int limit, String holder, Clock at) {
        return database.named().queryForList(claim, values(target, limit, holder, at));
    }

    private static MapSqlParameterSource values(String target, int limit, String holder, Clock at) {
        return new MapSqlParameterSource("target", target)
                .addValue("now", Sql.at(at.instant()))
                .addValue("rested", Turns.RESTED)
                .addValue("restedUntil", Turns.rested(at.instant()))
                .addValue("leaseUntil", Sql.at(at.instant().plus(LEASE)))
                .addValue("holder", holder)
                .addValue("limit", limit);
    }

    /** How H2 goes about choosing what to claim; it tells nothing of what stands in an update. */
    String explained(int limit) {
        String choice = claim.substring(claim.indexOf("select due.id"), claim.lastIndexOf(") c on (u.id = c.id)"));
        return database.named()
                .queryForObject(
                        "explain analyze " + choice, values("autocollect", limit, "explained", clock), String.class);
    }

    List<Work> works(int limit) {
        return dispatch.works(claim(limit));
    }

    /** A node whose claims all have the same holder. */
    Work workOf(String holder) {
        return dispatch.works(claim("autocollect", 100, holder, clock)).get(0);
    }

    Work work() {
        var works = works(100);
        if (works.size() != 1) {
            throw new AssertionError("One work expected: " + works);
        }
        return works.get(0);
    }

    Delivery get(long id) {
        return deliveries.find(id).orElseThrow();
    }

    /** Stores bytes for a work as a sender would; returns what is to be sent. */
    String store(Work work) {
        var content = work.ids().toString().getBytes(StandardCharsets.UTF_8);
        return new String(transmissions.store(work, content, "application/json"), StandardCharsets.UTF_8);
    }

    /** The same outcome for all members. */
    List<GivenUp> answer(Work work, Outcome outcome) {
        return deliveries.record(work, work.ids().stream().collect(Collectors.toMap(id -> id, id -> outcome)));
    }

    /** Moves the clock by the pause, and fails when something was due before. */
    void notBefore(Duration pause) {
        clock.advance(pause.minusMillis(1));
        if (!claim(100).isEmpty()) {
            throw new AssertionError("Due before " + pause);
        }
        clock.advance(Duration.ofMillis(1));
    }

    String transmissionOf(long id) {
        return get(id).transmissionId();
    }

    Object column(long id, String name) {
        return database.named()
                .queryForMap("select * from delivery where id = :id", Map.of("id", id))
                .get(name);
    }

    /** As the dead letter room would. */
    void bury(long id) {
        database.named()
                .update(
                        """
                        insert into dead_letter (delivery_id, subject, what, amount_ore, cause, owner, fingerprint,
                          may_have_landed, state, created_at, updated_at)
                        values (:id, 's', 'w', 0, 'C', 'US', 'f', false, 'OPEN', :now, :now)""",
                        Map.of("id", id, "now", Sql.at(clock.instant())));
    }
}
