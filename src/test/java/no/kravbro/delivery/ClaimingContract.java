package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ClaimingContract extends DatabaseTest {
    private static final int THREADS = 8;
    private static final Outcome ACCEPTED = new Outcome.Accepted(Map.of());
    private static final Outcome NOT_SENT = new Outcome.NotSent("NO_CONNECTION", null);

    Post post;
    private Post otherNode;

    ClaimingContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        post = new Post(database, clock, 5, List.of());
        otherNode = new Post(database, clock, 5, List.of());
    }

    private void many(String creditor, String target, int count) {
        post.outbox.addAll(IntStream.range(0, count)
                .mapToObj(number -> creditor + "-" + target + "-" + number)
                .map(key -> Post.newDelivery(target, creditor, key, key))
                .toList());
    }

    @Test
    void nothingLeavesForWhatIsPaused() {
        post.add("autocollect", "nordlys", "1");
        post.add("autocollect", "fjell", "2");
        Pauses pauses = new Pauses(database.client(), clock);
        assertThat(pauses.pause(Pauses.Kind.CREDITOR, "nordlys", "flytter regnskapet", "odd"))
                .isTrue();
        assertThat(pauses.pause(Pauses.Kind.CREDITOR, "nordlys", "en gang til", "siri"))
                .isFalse();
        assertThat(post.claim(10)).extracting(row -> row.get("creditor_id")).containsExactly("fjell");
        post.add("autocollect", "fjell", "3");
        pauses.pause(Pauses.Kind.AGENCY, "autocollect", "nede", "odd");
        pauses.pause(Pauses.Kind.AGENCY, "bahs", "nede", "odd");
        assertThat(post.claim(10)).isEmpty();
        assertThat(pauses.all())
                .extracting(Pauses.Pause::name, Pauses.Pause::reason)
                .contains(tuple("nordlys", "flytter regnskapet"), tuple("bahs", "nede"));
        assertThat(pauses.resume(Pauses.Kind.AGENCY, "autocollect")).isTrue();
        assertThat(pauses.resume(Pauses.Kind.CREDITOR, "nordlys")).isTrue();
        assertThat(pauses.resume(Pauses.Kind.CREDITOR, "nordlys")).isFalse();
        assertThat(post.claim(10)).hasSize(2);
    }

    private void settled(int count) {
        rows(count, "DONE", null);
    }

    /** Handed over and asked about later. */
    void rested(int count, Instant until) {
        rows(count, "HANDED_OVER", until);
    }

    private void rows(int count, String state, Instant due) {
        database.client()
                .sql(
                        """
                        insert into delivery (kind, delivery_key, submission, target, group_key, creditor_id, payload,
                          amount_ore, state, purpose, due_at, turn, created_at, updated_at)
                        select 'SUBMIT_CLAIM', concat('row-', n), 1, 'autocollect', concat('row-', n), 'nordlys',
                          '{}', 0, :state, 'SEND', :due, :turn, :now, :now from
                        """
                                + series(count))
                .param("state", state)
                .param("due", Sql.at(due), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("turn", due == null ? null : Turns.rested(due), Types.BIGINT)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** A table {@code numbers} with a column {@code n}, from 1 to the count. */
    protected abstract String series(int count);

    private void everyThread(Callable<Void> task) throws Exception {
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (var done : pool.invokeAll(Collections.nCopies(THREADS, task))) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void eachRowIsClaimedOnceByAnyThreadOnAnyNode() throws Exception {
        many("nordlys", "autocollect", 150);
        many("fjell", "autocollect", 150);
        var claimed = Collections.synchronizedList(new ArrayList<Object>());
        var first = new AtomicBoolean();
        everyThread(() -> {
            var node = first.getAndSet(!first.get()) ? post : otherNode;
            for (var rows = node.claim(7); claimed.size() < 300; rows = node.claim(7)) {
                rows.forEach(row -> claimed.add(row.get("id")));
            }
            return null;
        });
        assertThat(claimed).hasSize(300).doesNotHaveDuplicates();
        assertThat(post.claim(10)).isEmpty();
    }

    @Test
    void aStoredTransmissionIsRepeatedByOneThreadOnly() throws Exception {
        many("nordlys", "autocollect", 100);
        for (var works = post.works(100); !works.isEmpty(); works = post.works(100)) {
            works.forEach(post::store);
            works.forEach(work -> post.answer(work, NOT_SENT));
        }
        clock.advance(Duration.ofMinutes(1));
        var works = Collections.synchronizedList(new ArrayList<Work>());
        everyThread(() -> {
            for (int poll = 0; poll < 10; poll++) {
                works.addAll(post.works(3));
            }
            return null;
        });
        assertThat(works).hasSize(20).extracting(Work::transmissionId).doesNotHaveDuplicates();
        assertThat(works).allSatisfy(work -> assertThat(work.members()).hasSize(5));
        assertThat(works).allMatch(Work::stored);
    }

    @Test
    void aGroupGoesInOrderOneAtATime() throws Exception {
        for (int group = 0; group < 10; group++) {
            for (int place = 0; place < 5; place++) {
                post.add("autocollect", "nordlys", group + "/" + place, "group-" + group);
            }
        }
        var order = Collections.synchronizedList(new ArrayList<Delivery>());
        everyThread(() -> {
            while (order.size() < 50) {
                for (var work : post.works(4)) {
                    order.addAll(work.members());
                    post.store(work);
                    post.answer(work, ACCEPTED);
                }
            }
            return null;
        });
        assertThat(order).hasSize(50);
        for (int group = 0; group < 10; group++) {
            var name = "group-" + group;
            assertThat(order.stream().filter(each -> each.groupKey().equals(name)))
                    .extracting(Delivery::id)
                    .isSorted();
        }
    }

    @Test
    void whatIsGivenUpHoldsItsGroupUntilSomeoneSettlesIt() {
        var first = post.add("autocollect", "nordlys", "1", "group");
        var second = post.add("autocollect", "nordlys", "2", "group");
        var work = post.work();
        post.store(work);
        post.answer(work, new Outcome.Rejected("INVALID_DATA", null));
        assertThat(post.claim(10)).isEmpty();
        post.deliveries.cancel(first, "STOPPED_BY_US");
        assertThat(post.work().ids()).containsExactly(second);
    }

    @Test
    void oneThatTurnsUpLateDoesNotOvertakeWhatIsUnderWay() {
        var late = post.add("autocollect", "nordlys", "1", "other");
        post.add("autocollect", "nordlys", "2", "group");
        assertThat(post.claim(1)).extracting(row -> row.get("id")).containsExactly(late);
        assertThat(post.claim(1)).hasSize(1);
        // As if its transaction had been committed only now.
        database.client()
                .sql("update delivery set group_key = 'group', state = 'READY', due_at = :now, turn = 0 where id = :id")
                .param("now", Sql.at(clock.instant()))
                .param("id", late)
                .update();
        assertThat(post.claim(10)).isEmpty();
    }

    @Test
    void aHugeCreditorDoesNotStarveASmallOne() {
        many("nordlys", "autocollect", 3_000);
        clock.advance(Duration.ofMinutes(1));
        for (int poll = 0; poll < 50; poll++) {
            post.claim(10);
        }
        many("fjell", "autocollect", 3);
        var claimed = post.claim(10);
        assertThat(claimed).hasSize(10);
        assertThat(claimed)
                .filteredOn(row -> "fjell".equals(row.get("creditor_id")))
                .hasSize(3);
    }

    @Test
    void twoHugeCreditorsTakeTurns() {
        many("nordlys", "autocollect", 1_000);
        many("fjell", "autocollect", 1_000);
        assertThat(post.claim(100))
                .filteredOn(row -> "fjell".equals(row.get("creditor_id")))
                .hasSize(50);
    }

    @Test
    void aHugeTargetDoesNotStarveAnother() {
        many("nordlys", "kk2", 3_000);
        var id = post.add("autocollect", "nordlys", "1");
        assertThat(post.claim(10)).extracting(row -> row.get("id")).containsExactly(id);
        assertThat(post.claim("kk2", 10)).hasSize(10);
    }

    @Test
    void whatWaitedIsTakenWhenItIsDueBesideWhatIsNew() {
        rested(100, clock.instant().plus(Duration.ofHours(1)));
        many("fjell", "autocollect", 10);
        assertThat(post.claim(50)).hasSize(10).allMatch(row -> "fjell".equals(row.get("creditor_id")));
        clock.advance(Duration.ofHours(1));
        // Fjell's stand further ahead: their holder died.
        assertThat(post.claim(50))
                .hasSize(50)
                .filteredOn(row -> "nordlys".equals(row.get("creditor_id")))
                .hasSize(40);
    }

    @Test
    void settledRowsDoNotSlowTheClaimDown() {
        settled(10_000);
        many("fjell", "autocollect", 500);
        database.client().sql("analyze").update();
        post.claim(50);
        var started = System.nanoTime();
        for (int poll = 0; poll < 5; poll++) {
            assertThat(post.claim(50)).hasSize(50);
        }
        // A scan of the table takes longer by far, also on a busy machine.
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(3));
    }
}
