package no.kravbro.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.kravbro.deadletter.StagedRetry.State;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Purpose;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many at once, and each complaint about the tools that do it today. */
abstract class StagedRetryContract extends LettersGround {

    StagedRetryContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    @DisplayName(
            "one letter, then five, then twenty-five, then the rest, each stage after the answers of the one before")
    void stages() {
        bury(33);
        long id = apply();
        for (int expected : new int[] {1, 5, 25, 2}) {
            morgue.work.tick();
            morgue.work.tick();
            assertThat(ready()).hasSize(expected);
            assertThat(count(id, RetryState.SENT)).isZero();
            ready().forEach(this::accept);
        }
        morgue.work.tick();
        assertThat(progress(id).staged().state()).isEqualTo(State.DONE);
        assertThat(progress(id).counts()).containsExactly(Map.entry(RetryState.ACCEPTED, 33L));
    }

    @Test
    @DisplayName(
            "a retry is not called done when it is queued: requested, sent, accepted or failed again, and the sum is always all")
    void honest() {
        bury(3);
        long id = apply();
        morgue.work.tick();
        assertThat(progress(id).counts()).containsExactly(Map.entry(RetryState.REQUESTED, 3L));
        Delivery first = morgue.now(ready().get(0));
        database.client()
                .sql("update delivery set state = 'HANDED_OVER', attempts = 1 where id = :id")
                .param("id", first.id())
                .update();
        morgue.work.tick();
        assertThat(progress(id).counts()).containsEntry(RetryState.SENT, 1L).containsEntry(RetryState.REQUESTED, 2L);
        morgue.answer(first.id(), Purpose.SEND, NO_KEY);
        morgue.work.tick();
        assertThat(progress(id).counts())
                .containsEntry(RetryState.FAILED_NEW_CAUSE, 1L)
                .containsEntry(RetryState.REQUESTED, 2L);
        assertThat(ready()).hasSize(2);
    }

    @Test
    @DisplayName("the first that fails as before stops all others, and a person may go on regardless")
    void stopsItself() {
        bury(4);
        long id = apply();
        morgue.work.tick();
        morgue.answer(ready().get(0), Purpose.SEND, NO_RIGHT);
        morgue.work.tick();
        morgue.work.tick();
        assertThat(progress(id).staged()).satisfies(staged -> {
            assertThat(staged.state()).isEqualTo(State.STOPPED);
            assertThat(staged.reason()).isEqualTo(StagedRetry.Reason.SAME_CAUSE);
            assertThat(staged.stoppedBy()).isNotNull();
        });
        assertThat(ready()).isEmpty();
        morgue.staged.resume(id, WHO);
        morgue.work.tick();
        assertThat(ready()).hasSize(3);
    }

    @Test
    @DisplayName("pausing and cancelling lose nothing: what has not left is open as before")
    void pauseAndCancel() {
        bury(8);
        long id = apply();
        morgue.work.tick();
        morgue.staged.pause(id, WHO);
        ready().forEach(this::accept);
        morgue.work.tick();
        assertThat(ready()).isEmpty();
        refused(Refused.Code.NOT_RUNNING, () -> morgue.staged.pause(id, WHO));
        morgue.staged.resume(id, WHO);
        morgue.work.tick();
        assertThat(ready()).hasSize(5);
        morgue.staged.cancel(id, WHO);
        ready().forEach(this::accept);
        morgue.work.tick();
        assertThat(progress(id).counts())
                .containsOnly(Map.entry(RetryState.ACCEPTED, 6L), Map.entry(RetryState.CANCELLED, 2L));
        assertThat(morgue.letters.count(LetterFilter.OPEN)).isEqualTo(2);
        refused(Refused.Code.NOT_PAUSED, () -> morgue.staged.resume(id, WHO));
        refused(Refused.Code.NOT_RUNNING, () -> morgue.staged.cancel(id, WHO));
    }

    @Test
    @DisplayName("for ten seconds nothing leaves, and all of it can be undone")
    void undo() {
        List<DeadLetter> letters = bury(2);
        Plan plan = plan();
        long id = morgue.plans.apply(plan.id(), plan.hash(), WHO);
        morgue.work.tick();
        assertThat(ready()).isEmpty();
        morgue.staged.cancel(id, WHO);
        clock.advance(Duration.ofMinutes(1));
        morgue.work.tick();
        assertThat(ready()).isEmpty();
        morgue.actions.retry(letters.get(0).id(), WHO);
        assertThat(ready()).hasSize(1);
    }

    @Test
    @DisplayName(
            "what changes between its stage and its turn is passed by, and what is not wanted any more is called off")
    void passedBy() {
        List<DeadLetter> letters = bury(3);
        long id = apply();
        morgue.work.tick();
        morgue.deliveries.cancel(letters.get(0).deliveryId(), "STOPPED_BY_US");
        morgue.answerAgain(letters.get(1).deliveryId(), NO_KEY);
        morgue.work.tick();
        assertThat(progress(id).counts())
                .containsOnlyKeys(RetryState.CALLED_OFF, RetryState.FAILED_NEW_CAUSE, RetryState.REQUESTED);
        assertThat(ready()).containsExactly(letters.get(2).deliveryId());
    }

    @Test
    @DisplayName("failures that arrive while a group is retried are counted beside it")
    void newcomers() {
        bury(2);
        long id = apply();
        assertThat(progress(id).newcomers()).isZero();
        bury("310245674-99", Purpose.SEND, NO_RIGHT);
        assertThat(progress(id).newcomers()).isEqualTo(1);
    }

    @Test
    @DisplayName("no far side gets more letters of staged retries in a minute than its pace")
    void pace() {
        bury(9);
        long id = apply();
        morgue.work.tick();
        ready().forEach(this::accept);
        for (int others = 1; others < StagedWork.PER_MINUTE - 2; others++) {
            database.client()
                    .sql(
                            "insert into letter_retry (dead_letter_id, position, stage, target, revision, effect, state, who,"
                                    + " requested_at, queued_at) select dead_letter_id, 0, 0, target, 0, effect, state, who,"
                                    + " queued_at, queued_at from letter_retry where run_id = :run and position = 0")
                    .param("run", id)
                    .update();
        }
        morgue.work.tick();
        assertThat(ready()).hasSize(2);
        clock.advance(Duration.ofMinutes(2));
        morgue.work.tick();
        assertThat(ready()).hasSize(5);
        assertThat(progress(id).staged().stage()).isEqualTo(2);
    }

    @Test
    @DisplayName("killed in the middle of a staged retry, it goes on where it was, and nothing goes twice")
    void killed() {
        bury(7);
        long id = apply();
        morgue.work.tick();
        ready().forEach(this::accept);
        morgue.work.tick();
        List<Long> second = ready();
        morgue.close();
        morgue = new Morgue(database, clock);
        morgue.work.tick();
        assertThat(ready()).isEqualTo(second).hasSize(5);
        ready().forEach(this::accept);
        morgue.work.tick();
        ready().forEach(this::accept);
        morgue.work.tick();
        assertThat(progress(id).staged().state()).isEqualTo(State.DONE);
        assertThat(morgue.letters.count(LetterFilter.OPEN)).isZero();
        assertThat(database.client()
                        .sql("select max(n) from (select count(*) as n from attempt where outcome = 'ACCEPTED'"
                                + " group by delivery_id) counted")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
