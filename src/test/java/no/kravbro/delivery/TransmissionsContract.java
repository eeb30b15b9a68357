package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class TransmissionsContract extends DatabaseTest {
    private static final Outcome ACCEPTED = new Outcome.Accepted(Map.of());
    private static final Outcome NOT_SENT = new Outcome.NotSent("NO_CONNECTION", null);
    private static final Outcome TIMEOUT = new Outcome.Unknown("TIMEOUT", null);

    private Post post;

    TransmissionsContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        post = new Post(database, clock, 3, List.of());
    }

    private List<Long> add(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> post.add("autocollect", "nordlys", "claim-" + number))
                .toList();
    }

    @Test
    void freshRowsAreGroupedByCreditorAndBatchSize() {
        add(4);
        post.add("autocollect", "fjell", "other");
        var works = post.works(100);
        assertThat(works).extracting(work -> work.members().size()).containsExactlyInAnyOrder(3, 1, 1);
        assertThat(works).extracting(Work::transmissionId).doesNotHaveDuplicates();
        assertThat(works).allSatisfy(work -> {
            assertThat(work.stored()).isFalse();
            assertThat(work.members()).extracting(Delivery::creditorId).containsOnly(work.creditorId());
        });
    }

    @Test
    void aRetryHasTheSameMembersBytesAndId() {
        add(3);
        var first = post.work();
        var bytes = post.store(first);
        post.answer(first, NOT_SENT);
        clock.advance(Duration.ofSeconds(10));
        var again = post.works(1).get(0);
        assertThat(again.ids()).isEqualTo(first.ids());
        assertThat(again.transmissionId()).isEqualTo(first.transmissionId());
        assertThat(again.stored()).isTrue();
        var resent = post.transmissions.store(again, "other bytes".getBytes(), "text/plain");
        assertThat(new String(resent)).isEqualTo(bytes);
        assertThat(new String(post.transmissions.content(again.transmissionId())))
                .isEqualTo(bytes);
        assertThat(post.claim(100)).isEmpty();
    }

    @Test
    void aCrashBeforeTheBytesAreStoredIsSentAfresh() {
        add(2);
        var lost = post.work();
        clock.advance(Post.LEASE);
        var next = post.work();
        assertThat(next.purpose()).isEqualTo(Purpose.SEND);
        assertThat(next.stored()).isFalse();
        assertThat(next.ids()).isEqualTo(lost.ids());
        assertThat(next.transmissionId()).isNotEqualTo(lost.transmissionId());
    }

    @Test
    void aCrashAfterTheBytesAreStoredIsAskedAbout() {
        add(3);
        var lost = post.work();
        post.store(lost);
        clock.advance(Post.LEASE);
        var next = post.works(1).get(0);
        assertThat(next.purpose()).isEqualTo(Purpose.INQUIRE);
        assertThat(next.ids()).isEqualTo(lost.ids());
        assertThat(next.transmissionId()).isEqualTo(lost.transmissionId());
    }

    @Test
    void nothingIsStoredOrSentWithoutTheLease() {
        add(2);
        var slow = post.work();
        clock.advance(Post.LEASE);
        assertThatThrownBy(() -> post.store(slow)).isInstanceOf(LeaseLost.class);
        var quick = post.work();
        post.store(quick);
        assertThatThrownBy(() -> post.store(slow)).isInstanceOf(LeaseLost.class);
        assertThat(database.client()
                        .sql("select id from transmission")
                        .query(String.class)
                        .list())
                .containsExactly(quick.transmissionId());
    }

    @Test
    void aNodeThatClaimsAnewWhatItLostSendsOnlyOnce() {
        var id = add(1).get(0);
        var slow = post.workOf("node");
        clock.advance(Post.LEASE);
        var quick = post.workOf("node");
        post.store(quick);
        assertThatThrownBy(() -> post.store(slow)).isInstanceOf(LeaseLost.class);
        post.answer(quick, NOT_SENT);
        clock.advance(Duration.ofSeconds(10));
        var retry = post.workOf("node");
        clock.advance(Post.LEASE);
        assertThat(post.workOf("node").purpose()).isEqualTo(Purpose.INQUIRE);
        assertThatThrownBy(() -> post.store(retry)).isInstanceOf(LeaseLost.class);
        assertThat(post.answer(retry, ACCEPTED)).isEmpty();
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.IN_FLIGHT);
    }

    @Test
    void whatIsJustGoingOutIsNotAskedAboutYet() {
        add(1);
        var work = post.work();
        clock.advance(Post.LEASE.minusSeconds(1));
        post.store(work);
        clock.advance(Duration.ofSeconds(2));
        assertThat(post.claim(100)).isEmpty();
        clock.advance(Post.LEASE);
        assertThat(post.work().purpose()).isEqualTo(Purpose.INQUIRE);
    }

    @Test
    void onlyTheUnclearMembersAreAskedAbout() {
        var ids = add(3);
        var work = post.work();
        post.store(work);
        post.deliveries.record(work, Map.of(ids.get(0), ACCEPTED, ids.get(1), TIMEOUT, ids.get(2), TIMEOUT));
        clock.advance(Duration.ofSeconds(20));
        var inquiry = post.works(1).get(0);
        assertThat(inquiry.ids()).containsExactly(ids.get(1), ids.get(2));
        assertThat(inquiry.transmissionId()).isEqualTo(work.transmissionId());
        assertThat(post.claim(100)).isEmpty();
    }

    @Test
    void whatIsLeftOfATransmissionGoesInANewOne() {
        var ids = add(3);
        var work = post.work();
        post.store(work);
        post.deliveries.record(work, Map.of(ids.get(0), ACCEPTED, ids.get(1), NOT_SENT, ids.get(2), TIMEOUT));
        clock.advance(Duration.ofSeconds(10));
        var rest = post.work();
        assertThat(rest.ids()).containsExactly(ids.get(1));
        assertThat(rest.purpose()).isEqualTo(Purpose.SEND);
        assertThat(rest.stored()).isFalse();
        assertThat(rest.transmissionId()).isNotEqualTo(work.transmissionId());
    }

    @Test
    void aTransmissionIsNeverRepeatedOnceAMemberHasLeftIt() {
        var ids = add(2);
        var first = post.work();
        post.store(first);
        post.answer(first, NOT_SENT);
        clock.advance(Duration.ofSeconds(10));
        // The claimed head's holder dies before it takes the other member along.
        assertThat(post.claim(1)).hasSize(1);
        clock.advance(Post.LEASE);
        var inquiry = post.work();
        assertThat(inquiry.purpose()).isEqualTo(Purpose.INQUIRE);
        assertThat(inquiry.ids()).containsExactly(ids.get(0));
        post.answer(inquiry, TIMEOUT);
        var other = post.work();
        assertThat(other.ids()).containsExactly(ids.get(1));
        assertThat(other.transmissionId()).isNotEqualTo(first.transmissionId());
        post.store(other);
        post.answer(other, ACCEPTED);
        for (int absence = 0; absence < 2; absence++) {
            clock.advance(Duration.ofMinutes(10));
            post.answer(post.work(), Outcome.NotSent.absent());
        }
        clock.advance(Duration.ofMinutes(10));
        var last = post.work();
        assertThat(last.ids()).containsExactly(ids.get(0));
        assertThat(last.transmissionId()).isNotEqualTo(first.transmissionId());
        assertThat(last.stored()).isFalse();
    }

    @Test
    void aCancelledMemberIsNotSentWithTheOthers() {
        var ids = add(3);
        var first = post.work();
        post.store(first);
        post.answer(first, NOT_SENT);
        post.deliveries.cancel(ids.get(1), "STOPPED_BY_US");
        clock.advance(Duration.ofSeconds(10));
        var works = post.works(100);
        clock.advance(Post.LEASE);
        works = List.of(works.get(0), post.works(100).get(0));
        assertThat(works).allSatisfy(work -> assertThat(work.transmissionId()).isNotEqualTo(first.transmissionId()));
        assertThat(works).allSatisfy(work -> assertThat(work.ids()).doesNotContain(ids.get(1)));
    }

    @Test
    void regroupingLeavesTheOldTransmissionBehind() {
        var ids = add(3);
        var first = post.work();
        post.store(first);
        post.answer(first, NOT_SENT);
        clock.advance(Duration.ofSeconds(10));
        var again = post.work();
        // As the last look does it: first what must not go is cancelled, then the others are regrouped.
        post.deliveries.cancel(again, ids.get(0), "STOPPED_BY_US");
        var other = post.dispatch.regroup(again, again.members().subList(1, 3));
        assertThat(other.transmissionId()).isNotEqualTo(first.transmissionId());
        assertThat(post.store(other)).isEqualTo("[" + ids.get(1) + ", " + ids.get(2) + "]");
        post.answer(other, ACCEPTED);
        assertThat(post.deliveries.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(DeliveryState.DONE, 2L, DeliveryState.CANCELLED, 1L));
    }

    @Test
    void anInquiryIsNeverRegrouped() {
        add(2);
        var first = post.work();
        post.store(first);
        post.answer(first, TIMEOUT);
        clock.advance(Duration.ofMinutes(1));
        var inquiry = post.work();
        assertThatIllegalArgumentException().isThrownBy(() -> post.dispatch.regroup(inquiry, inquiry.members()));
    }

    @Test
    void severalTransmissionsAreStoredTogetherOrNotAtAll() {
        add(6);
        var works = post.works(100);
        var contents = works.stream()
                .map(work ->
                        new Transmissions.Content(work, work.transmissionId().getBytes(), "text/plain"))
                .toList();
        assertThat(post.transmissions.storeAll(contents)).hasSize(2);
        assertThat(works).allSatisfy(work -> assertThat(post.transmissions.content(work.transmissionId()))
                .isEqualTo(work.transmissionId().getBytes()));
    }
}
