package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

abstract class InquiriesContract extends DeliveriesGround {

    InquiriesContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void unknownIsAskedAboutAndNeverSentAgainByItself() {
        var id = post.add("autocollect", "nordlys", "1");
        send(TIMEOUT);
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.UNKNOWN);
        var first = post.transmissionOf(id);
        for (var pause : List.of(20, 40, 80)) {
            post.notBefore(Duration.ofSeconds(pause));
            var work = post.work();
            assertThat(work.purpose()).isEqualTo(Purpose.INQUIRE);
            assertThat(work.transmissionId()).isEqualTo(first);
            assertThat(work.stored()).isTrue();
            assertThat(post.answer(work, TIMEOUT)).isEmpty();
        }
        post.notBefore(Duration.ofSeconds(160));
        assertThat(answer(TIMEOUT)).singleElement().satisfies(last -> {
            assertThat(last.outcome()).isEqualTo(TIMEOUT);
            assertThat(last.delivery().mayHaveLanded()).isTrue();
        });
        assertThat(post.get(id).mayHaveLanded()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> post.deliveries.retry(id));
        post.deliveries.inquireNow(id);
        assertThat(answer(ACCEPTED)).isEmpty();
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.DONE);
    }

    @Test
    void twoAbsencesInARowProveThatItWasNotSent() {
        var id = post.add("autocollect", "nordlys", "1");
        send(TIMEOUT);
        var first = post.transmissionOf(id);
        clock.advance(Duration.ofSeconds(20));
        answer(Outcome.NotSent.absent());
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(post.get(id).absent()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(40));
        answer(Outcome.NotSent.absent());
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.WAITING);
        clock.advance(Duration.ofSeconds(10));
        var again = post.work();
        assertThat(again.purpose()).isEqualTo(Purpose.SEND);
        assertThat(again.stored()).isTrue();
        assertThat(again.transmissionId()).isEqualTo(first);
        assertThat(post.attempts.of(id)).extracting(Attempt::outcome).containsExactly("UNKNOWN", "ABSENT", "NOT_SENT");
    }

    @Test
    void anAnswerBetweenTwoAbsencesStartsTheCountAnew() {
        var id = post.add("autocollect", "nordlys", "1");
        send(TIMEOUT);
        for (var outcome : List.of(Outcome.NotSent.absent(), TIMEOUT, Outcome.NotSent.absent())) {
            clock.advance(Duration.ofMinutes(10));
            answer(outcome);
        }
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(post.get(id).absent()).isEqualTo(1);
    }

    @Test
    void aQuestionThatDidNotGetThroughProvesNothing() {
        var id = post.add("autocollect", "nordlys", "1");
        send(TIMEOUT);
        clock.advance(Duration.ofSeconds(20));
        answer(new Outcome.NotSent("RATE_LIMITED", null, Duration.ofMinutes(3), false));
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.UNKNOWN);
        post.notBefore(Duration.ofMinutes(3));
        assertThat(answer(new Outcome.NotSent("NO_ACCESS", "403", null, true)))
                .singleElement()
                .satisfies(last -> assertThat(last.outcome()).isEqualTo(new Outcome.Unknown("NO_ACCESS", "403")));
        assertThat(post.get(id).mayHaveLanded()).isTrue();
    }

    @Test
    void givenUpOnAnAbsenceThatProvesNothingIsNotCalledAbsent() {
        var id = post.add("autocollect", "nordlys", "1");
        send(TIMEOUT);
        for (int asked = 1; asked < Post.POLICY.maxInquiries(); asked++) {
            clock.advance(Duration.ofHours(2));
            answer(TIMEOUT);
        }
        clock.advance(Duration.ofHours(2));
        assertThat(answer(Outcome.NotSent.absent())).singleElement().satisfies(last -> assertThat(last.outcome())
                .isEqualTo(new Outcome.Unknown("NO_ANSWER", null)));
        assertThat(post.get(id).mayHaveLanded()).isTrue();
    }

    @Test
    void howManyAbsencesProveItMayBeSaidPerCall() {
        var id = post.add("autocollect", "nordlys", "1");
        send(TIMEOUT);
        clock.advance(Duration.ofSeconds(20));
        var work = post.work();
        post.deliveries.record(List.of(new Result(work, Map.of(id, Outcome.NotSent.absent()), Run.NONE, 1)));
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void handedOverKeepsTheReceiptAndIsWokenByIt() {
        var id = post.add("autocollect", "nordlys", "1");
        send(new Outcome.Unknown("HANDED_OVER", null, "batch-42"));
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.HANDED_OVER);
        assertThat(post.works(10)).isEmpty();
        post.deliveries.wake("kk2", "batch-42");
        post.deliveries.wake("autocollect", "batch-43");
        assertThat(post.works(10)).isEmpty();
        post.deliveries.wake("autocollect", "batch-42");
        var work = post.work();
        assertThat(work.receipt()).isEqualTo("batch-42");
        assertThat(work.purpose()).isEqualTo(Purpose.INQUIRE);
        post.answer(work, new Outcome.Unknown("HANDED_OVER", null, "batch-42"));
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.HANDED_OVER);
        post.notBefore(Duration.ofSeconds(120));
        answer(ACCEPTED);
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.DONE);
    }

    @Test
    void silenceAboutAMemberIsUnknown() {
        var id = post.add("autocollect", "nordlys", "1");
        var work = post.work();
        post.store(work);
        post.deliveries.record(work, Map.of());
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(post.get(id).cause()).isEqualTo("NO_ANSWER");
    }
}
