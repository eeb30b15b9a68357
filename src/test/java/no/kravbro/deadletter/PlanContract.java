package no.kravbro.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import no.kravbro.deadletter.Preview.Bucket;
import no.kravbro.deadletter.Preview.Effect;
import no.kravbro.deadletter.Preview.Why;
import no.kravbro.deadletter.StagedRetry.State;
import no.kravbro.deadletter.StalePlan.Change;
import no.kravbro.deadletter.Trial.Finding;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a retry would do is told before it is done, and done only while it is so. */
abstract class PlanContract extends LettersGround {

    PlanContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    @DisplayName("a letter that is retried in a group is not retried alone as well")
    void oneOpenRetry() {
        List<DeadLetter> letters = bury(3);
        Plan one = plan();
        Plan two = plan();
        morgue.plans.apply(one.id(), one.hash(), WHO);
        refused(
                Refused.Code.RETRY_GOES_ON,
                () -> morgue.actions.retry(letters.get(2).id(), WHO));
        stale(Map.of(Change.RETRIED, 3), two);
        refused(Refused.Code.PLAN_APPLIED, () -> morgue.plans.apply(one.id(), one.hash(), WHO));
        assertThat(database.client()
                        .sql("select count(*) from letter_retry where open_letter is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    @DisplayName("what changed since the preview is counted by what has happened to it, and nothing is sent")
    void stalePlan() {
        List<DeadLetter> letters = bury(6);
        Plan plan = plan();
        morgue.tried.find(letters.get(0).claimKey(), PAID);
        morgue.tried.find(letters.get(1).claimKey(), PAID);
        morgue.actions.retry(letters.get(2).id(), WHO);
        morgue.actions.close(letters.get(3).id(), CloseReason.DUPLICATE, "x", WHO);
        morgue.tried.find(letters.get(4).claimKey(), Trial.right("something else"));
        stale(Map.of(Change.PAID, 2, Change.RETRIED, 1, Change.CLOSED, 1, Change.CONTENT, 1), plan);
        assertThatThrownBy(() -> morgue.plans.apply(plan.id(), plan.hash(), WHO))
                .hasMessageStartingWith("5 of 6 changed since the preview");
        clock.advance(Plans.LASTS);
        refused(Refused.Code.PLAN_EXPIRED, () -> morgue.plans.apply(plan.id(), plan.hash(), WHO));
        refused(Refused.Code.OTHER_PLAN, () -> morgue.plans.apply(plan.id(), "another", WHO));
        refused(Refused.Code.NOT_FOUND, () -> morgue.plans.apply("nothing", "another", WHO));
    }

    @Test
    @DisplayName("a preview sorts into safe, for a person, and sure to fail again, and writes nothing")
    void preview() {
        DeadLetter right = bury("310245674-1", Purpose.SEND, NO_RIGHT);
        DeadLetter paid = bury("310245674-2", Purpose.SEND, NO_RIGHT);
        DeadLetter same = bury("310245674-3", Purpose.SEND, REFUSED);
        DeadLetter doubt = bury("310245674-4", Purpose.INQUIRE, NO_RIGHT);
        DeadLetter less = bury("310245674-5", Purpose.SEND, NO_RIGHT);
        DeadLetter broken = bury("310245674-6", Purpose.SEND, NO_RIGHT);
        DeadLetter mended = bury("310245674-7", Purpose.SEND, new Outcome.Rejected("AGREEMENT_ENDED", "ended"));
        morgue.tried.find(paid.claimKey(), PAID);
        morgue.tried.find(less.claimKey(), changed(less.claimKey()));
        morgue.tried.find(broken.claimKey(), Trial.of(Finding.NO_DOCUMENT, "submit-claim.jslt line 3"));
        String before = everything();
        Preview preview = morgue.previews.of(Selection.all(LetterFilter.OPEN), null);
        assertThat(everything()).isEqualTo(before);
        assertThat(preview.lines())
                .extracting(line -> line.letter().id() + " " + line.bucket() + " " + line.why() + " " + line.effect())
                .containsExactly(
                        words(right, Bucket.SAFE, Why.STILL_RIGHT, Effect.SAME),
                        words(paid, Bucket.DECISION, Why.NOT_WANTED, Effect.NOTHING),
                        words(same, Bucket.FAILS_AGAIN, Why.SAME_CONTENT, Effect.NOTHING),
                        words(doubt, Bucket.DECISION, Why.MAY_HAVE_LANDED, Effect.NOTHING),
                        words(less, Bucket.SAFE, Why.AMOUNT_CHANGED, Effect.NEW),
                        words(broken, Bucket.FAILS_AGAIN, Why.NO_DOCUMENT, Effect.NOTHING),
                        words(mended, Bucket.DECISION, Why.MEND_FIRST, Effect.NOTHING));
        Preview told = morgue.previews.of(Selection.of(List.of(mended.id())), "Renewed on 5 January");
        assertThat(told.lines()).extracting(Preview.Line::why).containsExactly(Why.MENDED);
        assertThat(preview.version()).isEqualTo("v1");
    }

    @Test
    @DisplayName("a smaller open amount goes as another submission of the same letter")
    void renewed() {
        DeadLetter less = bury("310245674-5", Purpose.SEND, NO_RIGHT);
        morgue.tried.find(less.claimKey(), changed(less.claimKey()));
        long id = apply();
        morgue.work.tick();
        DeadLetter now = morgue.letters.find(less.id()).orElseThrow();
        assertThat(morgue.now(now.deliveryId()).submission()).isEqualTo(2);
        assertThat(morgue.now(less.deliveryId()).state()).isEqualTo(DeliveryState.CANCELLED);
        accept(now.deliveryId());
        morgue.work.tick();
        assertThat(progress(id).staged().state()).isEqualTo(State.DONE);
        assertThat(count(id, RetryState.ACCEPTED)).isEqualTo(1);
    }

    @Test
    @DisplayName("after two retries that end as before a letter is locked until another version of the routes runs")
    void poison() {
        DeadLetter letter = bury(1).get(0);
        for (int i = 0; i < 2; i++) {
            morgue.actions.retry(letter.id(), WHO);
            morgue.answer(letter.deliveryId(), Purpose.SEND, NO_RIGHT);
        }
        refused(Refused.Code.LOCKED, () -> morgue.actions.retry(letter.id(), WHO));
        assertThat(morgue.previews.of(Selection.all(LetterFilter.OPEN), null).lines())
                .extracting(Preview.Line::why)
                .containsExactly(Why.LOCKED);
        morgue.bundle.note("v2", "v2", List.of());
        assertThat(morgue.groups.list(LetterFilter.OPEN)).singleElement().matches(group -> group.otherVersion() == 1);
        morgue.actions.retry(letter.id(), WHO);
        assertThat(morgue.staged.ofLetter(letter.id()))
                .extracting(Retry::state)
                .containsExactly(RetryState.FAILED_SAME_CAUSE, RetryState.FAILED_SAME_CAUSE, RetryState.REQUESTED);
    }
}
