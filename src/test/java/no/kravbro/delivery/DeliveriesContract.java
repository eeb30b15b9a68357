package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

abstract class DeliveriesContract extends DeliveriesGround {

    DeliveriesContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void acceptedIsDoneWithItsConsequenceAndItsAttempt() {
        var id = post.add("autocollect", "nordlys", "1");
        var work = post.work();
        post.store(work);
        var givenUp = post.deliveries.record(work, Map.of(id, ACCEPTED), new Run("b1", "autocollect.submit-claim"));
        assertThat(givenUp).isEmpty();
        assertThat(post.get(id)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(DeliveryState.DONE);
            assertThat(done.attempts()).isEqualTo(1);
            assertThat(done.cause()).isNull();
        });
        assertThat(followed).containsExactly("accepted 1 {case=5000014}");
        assertThat(post.attempts.of(id)).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo("ACCEPTED");
            assertThat(attempt.cause()).isNull();
            assertThat(attempt.detail()).isNull();
            assertThat(attempt.purpose()).isEqualTo(Purpose.SEND);
            assertThat(attempt.transmissionId()).isEqualTo(work.transmissionId());
            assertThat(attempt.holder()).isEqualTo(work.holder());
            assertThat(attempt.run()).isEqualTo(new Run("b1", "autocollect.submit-claim"));
            assertThat(attempt.endedAt()).isEqualTo(clock.instant());
        });
        assertThat(post.column(id, "reference")).isEqualTo("{\"case\":\"5000014\"}");
        assertThat(post.column(id, "holder")).isNull();
        clock.advance(Duration.ofDays(400));
        assertThat(post.works(10)).isEmpty();
    }

    @Test
    void aFailingConsequenceTakesTheOutcomeWithIt() {
        var id = post.add("autocollect", "nordlys", "poison");
        var work = post.work();
        post.store(work);
        assertThatThrownBy(() -> post.answer(work, ACCEPTED)).hasMessage("consequence fails");
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.IN_FLIGHT);
        assertThat(post.attempts.of(id)).isEmpty();
    }

    @Test
    void rejectedIsGivenUpAtOnceAndMayBeSentAgainByAPerson() {
        var id = post.add("autocollect", "nordlys", "1");
        var givenUp = send(REJECTED);
        assertThat(givenUp).containsExactly(new GivenUp(post.get(id), REJECTED));
        assertThat(followed).containsExactly("given up 1");
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(post.get(id).mayHaveLanded()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> post.deliveries.inquireNow(id));
        post.deliveries.retry(id);
        assertThat(post.work().stored()).isFalse();
    }

    @Test
    void notSentWaitsLongerEachTimeUntilItIsGivenUp() {
        var id = post.add("autocollect", "nordlys", "1");
        assertThat(send(NOT_SENT)).isEmpty();
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.WAITING);
        post.notBefore(Duration.ofSeconds(10));
        assertThat(send(NOT_SENT)).isEmpty();
        post.notBefore(Duration.ofSeconds(20));
        var givenUp = send(NOT_SENT);
        assertThat(givenUp).singleElement().satisfies(last -> {
            assertThat(last.outcome()).isEqualTo(NOT_SENT);
            assertThat(last.delivery().attempts()).isEqualTo(3);
            assertThat(last.delivery().mayHaveLanded()).isFalse();
        });
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(post.attempts.of(id))
                .extracting(Attempt::outcome)
                .containsOnly("NOT_SENT")
                .hasSize(3);
    }

    @Test
    void whatTheFarSideAsksForIsTheShortestPause() {
        post.add("autocollect", "nordlys", "1");
        send(new Outcome.NotSent("RATE_LIMITED", null, Duration.ofMinutes(7), false));
        post.notBefore(Duration.ofMinutes(7));
        assertThat(post.works(10)).hasSize(1);
    }

    @Test
    void whatNeedsAPersonIsGivenUpAtOnce() {
        var id = post.add("autocollect", "nordlys", "1");
        assertThat(send(new Outcome.NotSent("NO_ACCESS", null, null, true))).hasSize(1);
        assertThat(post.get(id).mayHaveLanded()).isFalse();
    }

    @Test
    void whoLostTheLeaseRecordsNothing() {
        var id = post.add("autocollect", "nordlys", "1");
        var slow = post.work();
        post.store(slow);
        clock.advance(Post.LEASE);
        var quick = post.work();
        assertThat(quick.purpose()).isEqualTo(Purpose.INQUIRE);
        assertThat(post.answer(slow, REJECTED)).isEmpty();
        assertThat(post.attempts.of(id)).isEmpty();
        assertThat(followed).isEmpty();
        post.answer(quick, ACCEPTED);
        assertThat(post.answer(slow, REJECTED)).isEmpty();
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.DONE);
        assertThat(post.attempts.of(id)).hasSize(1);
    }

    @Test
    void severalWorksAreRecordedTogether() {
        var one = post.add("autocollect", "nordlys", "1");
        var other = post.add("autocollect", "fjell", "2");
        var works = post.works(10);
        works.forEach(post::store);
        var givenUp = post.deliveries.record(works.stream()
                .map(work -> new Result(
                        work,
                        Map.of(work.members().get(0).id(), work.creditorId().equals("fjell") ? REJECTED : ACCEPTED),
                        Run.NONE))
                .toList());
        assertThat(givenUp).extracting(each -> each.delivery().id()).containsExactly(other);
        assertThat(post.get(one).state()).isEqualTo(DeliveryState.DONE);
    }

    @Test
    void theSameTwiceIsWrittenOnceAndOtherContentIsRefused() {
        var delivery = Post.newDelivery("autocollect", "nordlys", "1", "1");
        var id = post.deliveries.add(delivery);
        assertThat(post.deliveries.add(delivery)).isEqualTo(id);
        assertThat(post.deliveries.nextSubmission(DeliveryKind.SUBMIT_CLAIM, "1"))
                .isEqualTo(2);
        assertThat(post.deliveries.nextSubmission(DeliveryKind.SUBMIT_CLAIM, "2"))
                .isEqualTo(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> post.deliveries.add(new NewDelivery(
                        DeliveryKind.SUBMIT_CLAIM, "1", 1, "autocollect", "1", "nordlys", "1", "{}", 1)));
        assertThat(post.deliveries.ofClaim("1")).extracting(Delivery::id).containsExactly(id);
        assertThat(post.deliveries.find(DeliveryKind.SUBMIT_CLAIM, "1")).contains(post.get(id));
    }

    @Test
    void onlyWhatIsNotAtTheFarSideCanBeCancelled() {
        var id = post.add("autocollect", "nordlys", "1");
        var next = post.add("autocollect", "nordlys", "2", "1");
        post.deliveries.cancel(id, "STOPPED_BY_US");
        assertThat(followed).containsExactly("cancelled 1 STOPPED_BY_US");
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.CANCELLED);
        var work = post.work();
        assertThat(work.ids()).containsExactly(next);
        assertThatIllegalStateException().isThrownBy(() -> post.deliveries.cancel(next, "STOPPED_BY_US"));
        post.deliveries.cancel(work, next, "STOPPED_BY_US");
        assertThat(post.get(next).state()).isEqualTo(DeliveryState.CANCELLED);
        assertThatThrownBy(() -> post.deliveries.cancel(work, next, "STOPPED_BY_US"))
                .isInstanceOf(LeaseLost.class);
    }

    @Test
    void whatACrashKeptFromTheDeadLettersIsFoundAgain() {
        var id = post.add("autocollect", "nordlys", "1");
        send(REJECTED);
        assertThat(post.deliveries.unburied(Duration.ofMinutes(1), 10)).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(post.deliveries.unburied(Duration.ofMinutes(1), 10))
                .containsExactly(new GivenUp(post.get(id), REJECTED));
        post.bury(id);
        assertThat(post.deliveries.unburied(Duration.ofMinutes(1), 10)).isEmpty();
        post.deliveries.retry(id);
        clock.advance(Duration.ofMinutes(2));
        send(REJECTED);
        clock.advance(Duration.ofMinutes(2));
        assertThat(post.deliveries.unburied(Duration.ofMinutes(1), 10)).hasSize(1);
    }

    @Test
    void countsTellWhereTheyStand() {
        post.add("autocollect", "nordlys", "1");
        send(ACCEPTED);
        post.add("autocollect", "nordlys", "2");
        assertThat(post.deliveries.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(DeliveryState.DONE, 1L, DeliveryState.READY, 1L));
    }

    /** A full quota takes a backlog many of its periods. */
    @Test
    void waitingForALimitIsNoAttempt() {
        var id = post.add("autocollect", "nordlys", "one");
        for (int period = 0; period <= Post.POLICY.maxAttempts(); period++) {
            send(new Outcome.NotSent("RATE_LIMITED", null, Duration.ofMinutes(1), false));
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(post.get(id).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(post.get(id).attempts()).isZero();
    }
}
