package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.Seals;
import org.junit.jupiter.api.Test;

/** How deliveries are handled by people, together, and in turn. */
abstract class HandlingContract extends DeliveriesGround {

    HandlingContract(TestDatabases kind) {
        super(kind);
    }

    private NewDelivery payment(String key) {
        return new NewDelivery(DeliveryKind.REPORT_PAYMENT, key, 1, "autocollect", key, "nordlys", null, "{}", 1);
    }

    private long dead(String key, Outcome outcome) {
        long id = post.add("autocollect", "nordlys", key);
        send(outcome);
        return id;
    }

    @Test
    void severalAreWrittenTogetherAndTheSameAgainIsPassedBy() {
        post.deliveries.addAll(List.of(payment("a"), payment("b")));
        post.deliveries.addAll(List.of(payment("b"), payment("c")));
        assertThat(post.deliveries.counts()).containsOnly(Map.entry(DeliveryState.READY, 3L));
    }

    /** A creditor's own deliveries stand behind each other, a stride apart. */
    @Test
    void theNextStandsBehindTheLast() {
        long first = post.add("autocollect", "nordlys", "1");
        long second = post.add("autocollect", "nordlys", "2");
        long other = post.add("autocollect", "fjell", "3");
        assertThat((Long) post.column(second, "turn") - (Long) post.column(first, "turn"))
                .isEqualTo(Turns.STRIDE);
        assertThat(post.column(other, "turn")).isEqualTo(post.column(first, "turn"));
    }

    @Test
    void whatAPersonClosedCanBeOpenedAgain() {
        long id = dead("1", REJECTED);
        post.deliveries.cancel(id, "CLOSED_PAID");
        post.deliveries.restore(id);
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.DEAD);
        post.deliveries.cancel(id, "REPLACED");
        assertThatIllegalStateException().isThrownBy(() -> post.deliveries.restore(id));
    }

    @Test
    void whatTheFarSideDeniesToHaveIsSentOnceMore() {
        long id = dead("1", new Outcome.Unknown("NO_ACCESS", null));
        for (int asked = 0; asked < Post.POLICY.maxInquiries(); asked++) {
            clock.advance(Duration.ofHours(1));
            post.answer(post.work(), TIMEOUT);
        }
        assertThat(post.get(id).mayHaveLanded()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> post.deliveries.retry(id));
        post.deliveries.retryDenied(id);
        assertThat(post.get(id)).satisfies(again -> {
            assertThat(again.state()).isEqualTo(DeliveryState.READY);
            assertThat(again.purpose()).isEqualTo(Purpose.SEND);
            assertThat(again.transmissionId()).isNull();
        });
    }

    @Test
    void whoFollowsAMatterHearsThatANewerSubmissionGoesOnWithIt() {
        long id = dead("1", REJECTED);
        Delivery was = post.get(id);
        post.deliveries.cancel(id, Deliveries.REPLACED);
        post.deliveries.add(new NewDelivery(was.kind(), "1", 2, "autocollect", "1", "nordlys", "1", "{\"new\":1}", 1));
        followed.clear();
        post.deliveries.replaced(was);
        assertThat(followed).containsExactly("replaced 1 by 2");
    }

    @Test
    void whatAWorkerCallsOffIsFollowedToo() {
        long id = post.add("autocollect", "nordlys", "1");
        post.deliveries.cancel(post.work(), id, "PAID");
        assertThat(followed).containsExactly("cancelled 1 PAID");
    }

    /** Whoever follows claims hears of nothing else. */
    @Test
    void nobodyHearsOfWhatDoesNotConcernHim() {
        long accepted = post.deliveries.add(payment("a"));
        long rejected = post.deliveries.add(payment("b"));
        long cancelled = post.deliveries.add(payment("c"));
        post.deliveries.cancel(cancelled, "PAID");
        post.deliveries.replaced(post.get(cancelled));
        Work work = post.work();
        post.store(work);
        post.deliveries.record(work, Map.of(accepted, ACCEPTED, rejected, REJECTED));
        assertThat(post.get(accepted).state()).isEqualTo(DeliveryState.DONE);
        assertThat(followed).isEmpty();
    }

    /** In the order of their ids, whatever the order of their works: two who record together never wait for each other. */
    @Test
    void rowsAreWrittenInOneOrder() {
        post.add("autocollect", "nordlys", "1");
        post.add("autocollect", "fjell", "2");
        List<Work> works = new ArrayList<>(post.works(10));
        works.forEach(post::store);
        works.sort((one, other) -> Long.compare(other.ids().get(0), one.ids().get(0)));
        List<GivenUp> givenUp = post.deliveries.record(works.stream()
                .map(work -> new Result(work, Map.of(work.ids().get(0), REJECTED), Run.NONE))
                .toList());
        assertThat(givenUp).extracting(each -> each.delivery().id()).isSorted().hasSize(2);
        assertThat(post.deliveries.record(works.get(0), Map.of(), Run.NONE)).isEmpty();
    }

    @Test
    void whatIsRecordedWithItsRunTellsWhatIsGivenUp() {
        long id = post.add("autocollect", "nordlys", "1");
        Work work = post.work();
        post.store(work);
        assertThat(post.deliveries.record(work, Map.of(id, REJECTED), new Run("b1", "autocollect.submit-claim")))
                .hasSize(1);
    }

    /** What they took within the same five seconds is asked about by one question. */
    @Test
    void answersThatAreOwedAreAskedForTogether() {
        long first = post.add("autocollect", "nordlys", "1");
        clock.advance(Duration.ofMillis(2_300));
        long second = post.add("autocollect", "nordlys", "2");
        Work work = post.work();
        post.store(work);
        Outcome taken = new Outcome.Unknown("HANDED_OVER", null, "r-1");
        post.deliveries.record(work, Map.of(first, taken, second, taken));
        Instant due = Instant.parse("2026-01-05T07:01:05Z");
        assertThat(List.of(first, second))
                .allSatisfy(id -> assertThat(instant(id)).isEqualTo(due));
        assertThat(database.client()
                        .sql("select receipt from transmission")
                        .query(String.class)
                        .list())
                .containsExactly("r-1");
    }

    @Test
    void whatIsTriedAgainIsDueToTheMillisecond() {
        long id = post.add("autocollect", "nordlys", "1");
        clock.advance(Duration.ofMillis(2_300));
        send(NOT_SENT);
        assertThat(instant(id)).isEqualTo(clock.instant().plus(Post.POLICY.firstRetry()));
    }

    private Instant instant(long id) {
        return database.client()
                .sql("select due_at from delivery where id = :id")
                .param("id", id)
                .query((row, number) -> Sql.instant(row, "due_at"))
                .single();
    }

    /** What was sent before comes a few transmissions at a time, behind what is fresh; each row in one work. */
    @Test
    void worksComeInTurn() {
        List<Long> sent = IntStream.range(0, 12)
                .mapToObj(number -> dead("sent-" + number, NOT_SENT))
                .toList();
        clock.advance(Post.POLICY.firstRetry());
        long fresh = post.add("autocollect", "nordlys", "fresh");
        var turn = post.dispatch.inTurn(post.claim(100)).iterator();
        List<Long> members = new ArrayList<>();
        Work first = turn.next();
        assertThat(first.ids()).containsExactly(fresh);
        turn.forEachRemaining(work -> members.addAll(work.ids()));
        assertThat(members).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(post.dispatch.inTurn(List.of())).isEmpty();
    }

    @Test
    void whereNobodySaysHowManyGoTogetherEachGoesAlone() {
        var rows = new DeliveryRows(new Payloads(Seals.SEALER));
        var dispatch = new Dispatch(
                new Siblings(database.named(), rows, clock),
                rows,
                database.transaction(),
                Post.provider(BatchSizes.class, List.of()));
        post.add("autocollect", "nordlys", "1");
        post.add("autocollect", "nordlys", "2");
        assertThat(dispatch.works(post.claim(10))).hasSize(2).allSatisfy(work -> assertThat(work.members())
                .hasSize(1));
    }
}
