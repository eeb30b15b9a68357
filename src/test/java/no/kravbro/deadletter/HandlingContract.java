package no.kravbro.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.ClaimState;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Purpose;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people say and decide about a letter: nothing of it is lost, and everything tells who. */
abstract class HandlingContract extends LettersGround {

    private static final Map<String, String> OTHER_DEBTOR = Map.of("debtor.organizationNumber", "310245682");

    HandlingContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    @DisplayName("notes and assignee survive a retry that fails again")
    void notesSurvive() {
        DeadLetter letter = bury(1).get(0);
        morgue.handling.note(letter.id(), "Called them about 01019012345", WHO);
        morgue.handling.assign(letter.id(), "ola", WHO);
        morgue.saying.note(letter.fingerprint(), "They are moving house", WHO);
        morgue.saying.assign(letter.fingerprint(), "per", WHO);
        morgue.actions.retry(letter.id(), WHO);
        morgue.answer(letter.deliveryId(), Purpose.SEND, NO_RIGHT);
        assertThat(morgue.letters.log(letter.id()))
                .filteredOn(line -> line.what() == LogLine.What.NOTED)
                .extracting(LogLine::detail)
                .containsExactly("Called them about ***********");
        assertThat(now(letter).assignee()).isEqualTo("ola");
        assertThat(morgue.groups.find(letter.fingerprint()).orElseThrow().saying())
                .isEqualTo(new LetterGroup.Saying("per", "They are moving house", null));
        accept(retried(letter));
        bury("310245674-9", Purpose.SEND, NO_RIGHT);
        assertThat(morgue.groups
                        .find(letter.fingerprint())
                        .orElseThrow()
                        .saying()
                        .assignee())
                .isEqualTo("per");
        assertThat(morgue.saying.log(letter.fingerprint()))
                .extracting(line -> line.who() + " " + line.what())
                .containsExactly(WHO + " NOTED", WHO + " ASSIGNED");
    }

    @Test
    @DisplayName("a note does not make a plan stale")
    void noteAndPlan() {
        DeadLetter letter = bury(1).get(0);
        Plan plan = plan();
        morgue.handling.note(letter.id(), "Looks well", WHO);
        morgue.handling.assign(letter.id(), "ola", WHO);
        assertThat(morgue.plans.apply(plan.id(), plan.hash(), WHO)).isPositive();
    }

    @Test
    @DisplayName("what was closed by mistake is opened again, and then comes through")
    void closedByMistake() {
        DeadLetter letter = bury(1).get(0);
        morgue.actions.close(letter.id(), CloseReason.DUPLICATE, "seen twice", WHO);
        assertThat(morgue.row(letter.claimKey()).state()).isEqualTo(ClaimState.STOPPED);
        morgue.handling.restore(letter.id(), "it was another one", "ola");
        assertThat(now(letter)).matches(each -> each.state() == LetterState.OPEN && each.closeReason() == null);
        assertThat(morgue.now(letter.deliveryId()).state()).isEqualTo(DeliveryState.DEAD);
        assertThat(morgue.row(letter.claimKey()).state()).isEqualTo(ClaimState.PENDING);
        accept(retried(letter));
        assertThat(now(letter).state()).isEqualTo(LetterState.SOLVED);
        assertThat(morgue.row(letter.claimKey()).state()).isEqualTo(ClaimState.ACCEPTED);
    }

    @Test
    @DisplayName(
            "what cannot be taken back is not opened again: solved, too old, closed by the last look, or with other consequences")
    void closedForGood() {
        List<DeadLetter> letters = bury(4);
        morgue.deliveries.cancel(letters.get(0).deliveryId(), "STOPPED_BY_US");
        morgue.actions.close(letters.get(1).id(), CloseReason.DUPLICATE, "x", WHO);
        database.client()
                .sql("update dead_letter set what = 'BOOK_PAYMENT' where id = :id")
                .param("id", letters.get(1).id())
                .update();
        morgue.actions.close(letters.get(2).id(), CloseReason.DUPLICATE, "x", WHO);
        clock.advance(Handling.RETENTION);
        for (DeadLetter letter : letters) {
            assertThat(morgue.handling.canRestore(now(letter))).isFalse();
            refused(Refused.Code.NOT_RESTORABLE, () -> morgue.handling.restore(letter.id(), "x", WHO));
        }
        refused(
                Refused.Code.TEXT_MISSING,
                () -> morgue.handling.note(letters.get(3).id(), " ", WHO));
        refused(Refused.Code.NOT_FOUND, () -> morgue.handling.note(4711, "x", WHO));
    }

    @Test
    @DisplayName("a locked letter is unlocked with a reason, and only a locked one")
    void unlocked() {
        DeadLetter letter = bury(1).get(0);
        refused(Refused.Code.NOT_LOCKED, () -> morgue.handling.unlock(letter.id(), "x", WHO));
        for (int i = 0; i < DeadLetter.POISON; i++) {
            morgue.answer(retried(letter), Purpose.SEND, NO_RIGHT);
        }
        refused(Refused.Code.LOCKED, () -> morgue.actions.retry(letter.id(), WHO));
        morgue.handling.unlock(letter.id(), "The right was granted", "ida");
        accept(retried(letter));
        assertThat(now(letter).state()).isEqualTo(LetterState.SOLVED);
    }

    @Test
    @DisplayName(
            "a wrong organisation number is fixed by form, seen as a difference first, and sent when another person agrees")
    void secondPerson() {
        DeadLetter letter = bury("310245674-1", Purpose.SEND, REFUSED);
        assertThat(morgue.corrections.form(letter.id()))
                .filteredOn(Corrections.Field::secondPerson)
                .extracting(Corrections.Field::name)
                .containsExactly("debtor.name", "debtor.organizationNumber");
        assertThat(morgue.corrections.diff(letter.id(), OTHER_DEBTOR))
                .containsExactly(new Corrections.Change("debtor.organizationNumber", null, "310245682"));
        refused(
                Refused.Code.FIELD_REFUSED,
                () -> morgue.corrections.diff(letter.id(), Map.of("debtor.organizationNumber", "310245683")));
        assertThat(morgue.corrections.needsSecondPerson(OTHER_DEBTOR)).isTrue();
        long waiting = morgue.corrections.ask(letter.id(), OTHER_DEBTOR, WHO);
        refused(Refused.Code.CORRECTION_WAITS, () -> morgue.corrections.ask(letter.id(), OTHER_DEBTOR, WHO));
        refused(Refused.Code.SAME_PERSON, () -> morgue.corrections.confirm(waiting, WHO));
        assertThat(morgue.corrections.diff(waiting)).hasSize(1);
        morgue.corrections.confirm(waiting, "ola");
        assertThat(morgue.now(now(letter).deliveryId()))
                .matches(each -> each.submission() == 2 && each.payload().contains("310245682"));
        assertThat(morgue.corrections.waiting()).isEmpty();
        refused(Refused.Code.NOT_FOUND, () -> morgue.corrections.confirm(waiting, "ola"));
        assertThat(morgue.letters.log(letter.id()))
                .extracting(LogLine::detail)
                .noneMatch(detail -> detail != null && detail.contains("310245682"));
    }

    @Test
    @DisplayName("the second person may say no, and a letter that changed meanwhile is not corrected")
    void secondPersonSaysNo() {
        DeadLetter letter = bury("310245674-1", Purpose.SEND, REFUSED);
        long first = morgue.corrections.ask(letter.id(), OTHER_DEBTOR, WHO);
        morgue.corrections.refuse(first, "It is the old company", "ola");
        long second = morgue.corrections.ask(letter.id(), OTHER_DEBTOR, WHO);
        morgue.actions.correct(letter.id(), Map.of("debtor.city", "BERGEN"), WHO);
        refused(Refused.Code.NOT_OPEN, () -> morgue.corrections.confirm(second, "ola"));
        assertThat(morgue.deliveries.ofClaim(letter.claimKey())).hasSize(2);
    }

    @Test
    @DisplayName(
            "people are told of a new cause, of one that is back, and when many fail for it, and of nothing they have muted")
    void alerts() {
        DeadLetter first = bury(1).get(0);
        assertThat(kinds()).containsExactly(Alerts.Kind.NEW_GROUP);
        accept(retried(first));
        bury("310245674-50", Purpose.SEND, NO_RIGHT);
        assertThat(kinds()).containsExactly(Alerts.Kind.NEW_GROUP, Alerts.Kind.REOPENED_GROUP);
        for (int i = 2; i <= Alerts.THRESHOLD; i++) {
            bury("310245674-" + (100 + i), Purpose.SEND, NO_RIGHT);
        }
        List<Alerts.Alert> untold = morgue.alerts.untold(10);
        assertThat(kinds()).last().isEqualTo(Alerts.Kind.THRESHOLD);
        assertThat(morgue.alerts.told(untold.get(0).id())).isTrue();
        assertThat(morgue.alerts.told(untold.get(0).id())).isFalse();
        assertThat(kinds()).hasSize(2);
        DeadLetter other = bury("310245674-3", Purpose.SEND, REFUSED);
        morgue.actions.close(other.id(), CloseReason.OTHER, "x", WHO);
        morgue.saying.mute(other.fingerprint(), LocalDate.of(2026, 1, 20), WHO);
        int before = kinds().size();
        bury("310245674-4", Purpose.SEND, REFUSED);
        assertThat(kinds()).hasSize(before);
        clock.advance(Duration.ofMinutes(1));
        assertThat(morgue.groups.find(other.fingerprint()).orElseThrow().open()).isEqualTo(1);
    }

    private List<Alerts.Kind> kinds() {
        return morgue.alerts.untold(10).stream().map(Alerts.Alert::kind).toList();
    }

    private DeadLetter now(DeadLetter letter) {
        return morgue.letters.find(letter.id()).orElseThrow();
    }

    private long retried(DeadLetter letter) {
        return morgue.actions.retry(letter.id(), WHO).deliveryId();
    }
}
