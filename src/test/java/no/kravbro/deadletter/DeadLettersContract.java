package no.kravbro.deadletter;

import static no.kravbro.deadletter.LogLine.What.BURIED;
import static no.kravbro.deadletter.LogLine.What.CLOSED;
import static no.kravbro.deadletter.LogLine.What.CORRECTED;
import static no.kravbro.deadletter.LogLine.What.FAILED_AGAIN_NEW_CAUSE;
import static no.kravbro.deadletter.LogLine.What.FAILED_AGAIN_SAME_CAUSE;
import static no.kravbro.deadletter.LogLine.What.INQUIRED;
import static no.kravbro.deadletter.LogLine.What.RETRIED;
import static no.kravbro.deadletter.LogLine.What.SOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.kravbro.claim.ClaimState;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Run;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From given up to solved or closed; in between only what cannot do harm. */
abstract class DeadLettersContract extends DatabaseTest {

    private static final String WHO = "kari";
    private static final Outcome REFUSED = new Outcome.Rejected("INVALID_DATA", "postalCode of 01019012345 is missing");
    private static final Outcome NO_RIGHT = new Outcome.NotSent("NO_ACCESS", "HTTP 403", null, true);
    private static final Outcome NO_KEY = new Outcome.NotSent("BAD_CREDENTIALS", "HTTP 401", null, true);
    private static final Outcome ACCEPTED = new Outcome.Accepted(Map.of("case", "5000014"));

    private Morgue morgue;
    private Delivery claim;

    DeadLettersContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        morgue = new Morgue(database, clock);
        claim = morgue.claim("310245674-1");
    }

    @AfterEach
    void unwire() {
        morgue.close();
    }

    @Test
    void keepsWhatAPersonNeeds() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, REFUSED);
        assertThat(letter.subject()).isEqualTo("310245674-1 / 1");
        assertThat(letter.cause()).isEqualTo(Cause.INVALID_DATA);
        assertThat(letter.owner()).isEqualTo(Owner.CREDITOR);
        assertThat(letter.amountOre()).isEqualTo(1_000_000);
        assertThat(letter.detail()).isEqualTo("postalCode of *********** is missing");
        assertThat(letter.mayHaveLanded()).isFalse();
        assertThat(letter.bundleVersion()).isEqualTo("v1");
        assertThat(letter.state()).isEqualTo(LetterState.OPEN);
        assertThat(log(letter)).containsExactly(BURIED);
    }

    @Test
    void buryingTwiceIsOnce() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, REFUSED);
        morgue.letters.bury(new GivenUp(morgue.now(claim.id()), REFUSED), Run.NONE);
        assertThat(morgue.letters.count(LetterFilter.OPEN)).isEqualTo(1);
        assertThat(log(letter)).containsExactly(BURIED);
    }

    @Test
    void buryingComesTooLateWhenAPersonWasFaster() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, NO_RIGHT);
        GivenUp late = new GivenUp(morgue.now(claim.id()), NO_RIGHT);
        morgue.actions.retry(letter.id(), WHO);
        assertThat(morgue.letters.bury(late, Run.NONE)).isEmpty();
        assertThat(state(letter)).isEqualTo(LetterState.RETRYING);
    }

    @Test
    void retriedAndConfirmedIsSolved() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, NO_RIGHT);
        morgue.actions.retry(letter.id(), WHO);
        assertThat(morgue.now(claim.id()).state()).isEqualTo(DeliveryState.READY);
        morgue.answer(claim.id(), Purpose.SEND, ACCEPTED);
        assertThat(state(letter)).isEqualTo(LetterState.SOLVED);
        assertThat(log(letter)).containsExactly(BURIED, RETRIED, SOLVED);
        assertThat(morgue.letters.log(letter.id())).extracting(LogLine::who).containsExactly("kravbro", WHO, "kravbro");
    }

    @Test
    void failingAgainReopensTheSameLetter() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, NO_RIGHT);
        morgue.actions.retry(letter.id(), WHO);
        morgue.answer(claim.id(), Purpose.SEND, NO_RIGHT);
        morgue.actions.retry(letter.id(), WHO);
        morgue.answer(claim.id(), Purpose.SEND, NO_KEY);
        assertThat(log(letter))
                .containsExactly(BURIED, RETRIED, FAILED_AGAIN_SAME_CAUSE, RETRIED, FAILED_AGAIN_NEW_CAUSE);
        assertThat(morgue.letters.list(LetterFilter.OPEN)).singleElement().satisfies(again -> {
            assertThat(again.id()).isEqualTo(letter.id());
            assertThat(again.cause()).isEqualTo(Cause.BAD_CREDENTIALS);
        });
    }

    @Test
    void oneOpenRetryOnly() throws Exception {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, NO_RIGHT);
        Callable<Boolean> press = () -> {
            try {
                morgue.actions.retry(letter.id(), WHO);
                return true;
            } catch (Refused refused) {
                return refused.code() != Refused.Code.NOT_OPEN;
            }
        };
        ExecutorService people = Executors.newFixedThreadPool(4);
        long winners = 0;
        for (var pressed : people.invokeAll(List.of(press, press, press, press))) {
            winners += pressed.get() ? 1 : 0;
        }
        people.shutdown();
        assertThat(winners).isEqualTo(1);
        assertThat(log(letter)).containsExactly(BURIED, RETRIED);
    }

    @Test
    void whatMayHaveLandedIsAskedAboutFirst() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.INQUIRE, inDoubt());
        assertThat(letter.mayHaveLanded()).isTrue();
        refused(Refused.Code.MAY_HAVE_LANDED, () -> morgue.actions.retry(letter.id(), WHO));
        refused(
                Refused.Code.MAY_HAVE_LANDED,
                () -> morgue.actions.correct(letter.id(), Map.of("debtor.city", "BERGEN"), WHO));
        morgue.actions.inquire(letter.id(), WHO);
        assertThat(morgue.now(claim.id()).state()).isEqualTo(DeliveryState.UNKNOWN);
        morgue.answer(claim.id(), Purpose.INQUIRE, ACCEPTED);
        assertThat(state(letter)).isEqualTo(LetterState.SOLVED);
        assertThat(log(letter)).containsExactly(BURIED, INQUIRED, SOLVED);
    }

    @Test
    void aRefusalFoundByInquiryReopensWithTheNewCause() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.INQUIRE, inDoubt());
        morgue.actions.inquire(letter.id(), WHO);
        morgue.answer(claim.id(), Purpose.INQUIRE, REFUSED);
        assertThat(morgue.letters.find(letter.id()).orElseThrow().mayHaveLanded())
                .isFalse();
        assertThat(log(letter)).containsExactly(BURIED, INQUIRED, FAILED_AGAIN_NEW_CAUSE);
    }

    @Test
    void theSameContentIsNotSentAgainAfterARefusal() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, REFUSED);
        refused(Refused.Code.RETRY_CANNOT_HELP, () -> morgue.actions.retry(letter.id(), WHO));
        refused(Refused.Code.NOTHING_LANDED, () -> morgue.actions.inquire(letter.id(), WHO));
    }

    @Test
    void whatMustBeMendedFirstIsRetriedOnlyWithWordsOfWhatWas() {
        for (String cause : List.of("UNKNOWN_CREDITOR", "AGREEMENT_ENDED", "UNKNOWN_CLAIM")) {
            assertThat(Cause.of(cause).mendFirst()).isTrue();
        }
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, new Outcome.Rejected("AGREEMENT_ENDED", "ended"));
        assertThat(letter.canRetry()).isTrue();
        refused(Refused.Code.MEND_FIRST, () -> morgue.actions.retry(letter.id(), WHO));
        refused(Refused.Code.MEND_FIRST, () -> morgue.actions.retry(letter.id(), " ", WHO));
        assertThat(morgue.now(letter.deliveryId()).state()).isEqualTo(DeliveryState.DEAD);
        morgue.actions.retry(letter.id(), "Renewed on 5 January", WHO);
        assertThat(morgue.now(letter.deliveryId()).state()).isEqualTo(DeliveryState.READY);
        assertThat(morgue.letters.log(letter.id())).last().satisfies(line -> assertThat(line.detail())
                .isEqualTo("Renewed on 5 January"));
    }

    @Test
    void correctedGoesOutAsANewSubmissionUnderTheSameLetter() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, REFUSED);
        DeadLetter corrected = morgue.actions.correct(letter.id(), Map.of("debtor.postalCode", "0150"), WHO);
        Delivery fresh = morgue.now(corrected.deliveryId());
        assertThat(fresh.submission()).isEqualTo(2);
        assertThat(fresh.payload()).contains("\"postalCode\":\"0150\"", "\"submission\":2");
        assertThat(morgue.now(claim.id()).state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(morgue.now(claim.id()).payload()).isEqualTo(Morgue.CLAIM);
        assertThat(morgue.letters.log(letter.id()).get(1).detail()).doesNotContain("0150");
        assertThat(morgue.row(claim.key())).matches(row -> row.submission() == 2 && row.state() == ClaimState.PENDING);
        morgue.answer(fresh.id(), Purpose.SEND, REFUSED);
        morgue.actions.correct(letter.id(), Map.of("debtor.city", "BERGEN"), WHO);
        assertThat(log(letter)).containsExactly(BURIED, CORRECTED, FAILED_AGAIN_SAME_CAUSE, CORRECTED);
        assertThat(morgue.deliveries.ofClaim(claim.claimKey()))
                .extracting(Delivery::submission)
                .containsExactly(1, 2, 3);
    }

    @Test
    void onlyListedFieldsWithPossibleValues() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, REFUSED);
        for (Map<String, String> values : List.of(
                Map.of("remainingOre", "1"), Map.of("debtor.type", "PRIVATE"), Map.of("debtor.email", "no address"))) {
            refused(Refused.Code.FIELD_REFUSED, () -> morgue.actions.correct(letter.id(), values, WHO));
        }
        refused(
                Refused.Code.SECOND_PERSON,
                () -> morgue.actions.correct(letter.id(), Map.of("debtor.name", "Other AS"), WHO));
        refused(
                Refused.Code.NOTHING_CHANGED,
                () -> morgue.actions.correct(letter.id(), Map.of("debtor.city", "OSLO"), WHO));
        assertThat(state(letter)).isEqualTo(LetterState.OPEN);
        assertThat(morgue.deliveries.ofClaim(claim.claimKey())).hasSize(1);
    }

    @Test
    void closingNeedsAReasonAndIsTheEnd() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, REFUSED);
        refused(Refused.Code.REASON_MISSING, () -> morgue.actions.close(letter.id(), CloseReason.DUPLICATE, " ", WHO));
        morgue.actions.close(letter.id(), CloseReason.DONE_BY_HAND, "Agreed by phone about 01019012345", WHO);
        assertThat(morgue.now(claim.id()).state()).isEqualTo(DeliveryState.CANCELLED);
        assertThat(morgue.letters.log(letter.id()).get(1))
                .matches(line -> line.what() == CLOSED && line.detail().endsWith("about ***********"));
        refused(Refused.Code.NOT_OPEN, () -> morgue.actions.retry(letter.id(), WHO));
        refused(Refused.Code.NOT_FOUND, () -> morgue.actions.retry(4711, WHO));
    }

    @Test
    void listsByWhatPeopleLookFor() {
        morgue.buried(claim.id(), Purpose.SEND, REFUSED);
        morgue.buried(morgue.claim("310245674-2").id(), Purpose.SEND, NO_KEY);
        assertThat(found(null, Cause.INVALID_DATA, null, null)).isEqualTo(1);
        assertThat(found("nordlys", null, null, null)).isEqualTo(2);
        assertThat(found("fjell", null, null, null)).isZero();
        assertThat(found(null, null, Owner.US, null)).isEqualTo(1);
        assertThat(found(null, null, null, "310245674-2")).isEqualTo(1);
        LetterFilter second = new LetterFilter(null, null, null, null, null, 1, 1);
        assertThat(morgue.letters.list(second)).extracting(DeadLetter::claimKey).containsExactly("310245674-1");
    }

    @Test
    void whatTheLastLookCallsOffAfterARetryEndsItsLetter() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, NO_RIGHT);
        morgue.actions.retry(letter.id(), WHO);
        morgue.deliveries.cancel(claim.id(), "STOPPED_BY_US");
        assertThat(state(letter)).isEqualTo(LetterState.CLOSED);
        assertThat(log(letter)).containsExactly(BURIED, RETRIED, CLOSED);
    }

    /** As an order of a booking that a person has ended by the letter of another order. */
    @Test
    void whatIsEndedWithAnotherEndsItsOpenLetterForTheSameReason() {
        DeadLetter letter = morgue.buried(claim.id(), Purpose.SEND, REFUSED);
        morgue.deliveries.cancel(claim.id(), "CLOSED_DONE_BY_HAND");
        assertThat(morgue.letters.find(letter.id())).get().satisfies(ended -> {
            assertThat(ended.state()).isEqualTo(LetterState.CLOSED);
            assertThat(ended.closeReason()).isEqualTo(CloseReason.DONE_BY_HAND);
        });
        assertThat(log(letter)).containsExactly(BURIED, CLOSED);
    }

    private long found(String creditor, Cause cause, Owner owner, String claimKey) {
        return morgue.letters.count(new LetterFilter(LetterState.OPEN, creditor, cause, owner, claimKey, 0, 10));
    }

    private static Outcome inDoubt() {
        return new Outcome.NotSent("NO_ACCESS", "asked, HTTP 403", null, true);
    }

    private LetterState state(DeadLetter letter) {
        return morgue.letters.find(letter.id()).orElseThrow().state();
    }

    private List<LogLine.What> log(DeadLetter letter) {
        return morgue.letters.log(letter.id()).stream().map(LogLine::what).toList();
    }

    private static void refused(Refused.Code code, ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(code));
    }
}
