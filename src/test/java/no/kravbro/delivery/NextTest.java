package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a delivery stands after each outcome, of a send and of an inquiry, up to the last one that is allowed. */
class NextTest {

    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration INQUIRY = Duration.ofSeconds(10);
    private static final Duration ASKED = Duration.ofSeconds(77);
    private static final int ATTEMPTS = 3;
    private static final int INQUIRIES = 4;
    private static final int PROOF = 2;

    private static final Backoff.Pauses PAUSES = new Backoff.Pauses(
            new BackoffPolicy(
                    RETRY, Duration.ofMinutes(30), ATTEMPTS, ANSWER, INQUIRY, Duration.ofHours(1), INQUIRIES, PROOF, 0),
            0);

    private static final Outcome ACCEPTED = new Outcome.Accepted(Map.of("case", "5000014"));
    private static final Outcome REJECTED = new Outcome.Rejected("INVALID_DATA", "postal code");
    private static final Outcome NO_CONNECTION = new Outcome.NotSent("NO_CONNECTION", "refused");
    private static final Outcome TIMEOUT = new Outcome.Unknown("TIMEOUT", "no answer in 30 s");
    private static final Outcome TAKEN = new Outcome.Unknown("HANDED_OVER", null, "r-1");

    /** One delivery in the middle of its life. */
    private static Delivery delivery(int attempts, int inquiries, int absent) {
        return new Delivery(
                7,
                DeliveryKind.SUBMIT_CLAIM,
                "310245674-1",
                1,
                "autocollect",
                "310245674-1",
                "nordlys",
                "310245674-1",
                "{}",
                1_000_000,
                DeliveryState.IN_FLIGHT,
                Purpose.SEND,
                attempts,
                inquiries,
                absent,
                "t-1",
                null);
    }

    private static Work work(Purpose purpose, String receipt, Delivery delivery) {
        return new Work(
                "t-1",
                true,
                delivery.kind(),
                purpose,
                delivery.target(),
                delivery.creditorId(),
                receipt,
                "w",
                List.of(delivery));
    }

    private static Next sent(int attempts, Outcome outcome) {
        Delivery delivery = delivery(attempts, 2, 1);
        return Next.of(work(Purpose.SEND, null, delivery), delivery, outcome, PAUSES, PROOF);
    }

    private static Next inquired(String receipt, int inquiries, int absent, Outcome outcome) {
        Delivery delivery = delivery(2, inquiries, absent);
        return Next.of(work(Purpose.INQUIRE, receipt, delivery), delivery, outcome, PAUSES, PROOF);
    }

    private static Next next(
            DeliveryState state,
            Purpose purpose,
            int attempts,
            int inquiries,
            int absent,
            Duration pause,
            Outcome said) {
        String word =
                switch (state) {
                    case DONE -> "ACCEPTED";
                    case WAITING -> "NOT_SENT";
                    case HANDED_OVER -> "HANDED_OVER";
                    case UNKNOWN -> "UNKNOWN";
                    default ->
                        said instanceof Outcome.Rejected
                                ? "REJECTED"
                                : purpose == Purpose.SEND ? "NOT_SENT" : "UNKNOWN";
                };
        return new Next(state, purpose, attempts, inquiries, absent, pause, said, word);
    }

    private static Next called(Next next, String word) {
        return new Next(
                next.state(),
                next.purpose(),
                next.attempts(),
                next.inquiries(),
                next.absent(),
                next.pause(),
                next.outcome(),
                word);
    }

    @Test
    void whatIsConfirmedIsDoneAndWhatIsRefusedIsGivenUp() {
        assertThat(sent(0, ACCEPTED)).isEqualTo(next(DeliveryState.DONE, Purpose.SEND, 1, 0, 0, null, ACCEPTED));
        assertThat(sent(0, REJECTED)).isEqualTo(next(DeliveryState.DEAD, Purpose.SEND, 1, 0, 0, null, REJECTED));
        assertThat(inquired(null, 1, 1, ACCEPTED))
                .isEqualTo(next(DeliveryState.DONE, Purpose.SEND, 2, 2, 1, null, ACCEPTED));
        assertThat(inquired(null, 1, 1, REJECTED))
                .isEqualTo(next(DeliveryState.DEAD, Purpose.SEND, 2, 2, 1, null, REJECTED));
        assertThat(sent(0, REJECTED).givenUp()).isTrue();
        assertThat(sent(0, ACCEPTED).givenUp()).isFalse();
    }

    @Test
    void whatWasNotSentWaitsLongerEachTimeUntilItIsGivenUp() {
        assertThat(sent(0, NO_CONNECTION))
                .isEqualTo(next(DeliveryState.WAITING, Purpose.SEND, 1, 0, 0, RETRY, NO_CONNECTION));
        assertThat(sent(1, NO_CONNECTION))
                .isEqualTo(next(DeliveryState.WAITING, Purpose.SEND, 2, 0, 0, RETRY.multipliedBy(2), NO_CONNECTION));
        assertThat(sent(2, NO_CONNECTION))
                .isEqualTo(next(DeliveryState.DEAD, Purpose.SEND, 3, 0, 0, null, NO_CONNECTION));
    }

    @Test
    void whatAPersonMustMendIsGivenUpAtOnce() {
        var forbidden = new Outcome.NotSent("NO_ACCESS", "403", null, true);
        assertThat(sent(0, forbidden)).isEqualTo(next(DeliveryState.DEAD, Purpose.SEND, 1, 0, 0, null, forbidden));
    }

    @Test
    void whoIsToldHowLongToWaitHasNotFailed() {
        var limited = new Outcome.NotSent("RATE_LIMITED", null, ASKED, false);
        assertThat(sent(2, limited)).isEqualTo(next(DeliveryState.WAITING, Purpose.SEND, 2, 0, 0, ASKED, limited));
        var unsaid = new Outcome.NotSent("RATE_LIMITED", null);
        assertThat(sent(2, unsaid).state()).as("without a time it counts").isEqualTo(DeliveryState.DEAD);
        var other = new Outcome.NotSent("SERVER_ERROR", null, ASKED, false);
        assertThat(sent(2, other).state()).as("any other failure counts").isEqualTo(DeliveryState.DEAD);
    }

    @Test
    void whatWasRefusedForOthersGoesAgainHoweverOften() {
        Outcome together = Outcome.NotSent.refusedTogether("one of them");
        Next again = sent(9, together);
        assertThat(again.state()).isEqualTo(DeliveryState.WAITING);
        assertThat(again.attempts()).isEqualTo(10);
        assertThat(inquired("r-1", 1, 1, together))
                .isEqualTo(next(DeliveryState.WAITING, Purpose.SEND, 2, 0, 0, RETRY.multipliedBy(2), together));
    }

    @Test
    void whatMayHaveLandedIsAskedAbout() {
        assertThat(sent(0, TIMEOUT)).isEqualTo(next(DeliveryState.UNKNOWN, Purpose.INQUIRE, 1, 0, 0, INQUIRY, TIMEOUT));
        assertThat(sent(0, TAKEN)).isEqualTo(next(DeliveryState.HANDED_OVER, Purpose.INQUIRE, 1, 0, 0, ANSWER, TAKEN));
        assertThat(inquired(null, 0, 1, TIMEOUT))
                .as("no row of absences any more")
                .isEqualTo(next(DeliveryState.UNKNOWN, Purpose.INQUIRE, 2, 1, 0, INQUIRY.multipliedBy(2), TIMEOUT));
        assertThat(inquired("r-1", 0, 1, TAKEN))
                .isEqualTo(next(DeliveryState.HANDED_OVER, Purpose.INQUIRE, 2, 1, 0, ANSWER.multipliedBy(2), TAKEN));
    }

    @Test
    void theLastQuestionThatIsAllowedGivesItUpAsWhatMayHaveLanded() {
        assertThat(inquired(null, INQUIRIES - 2, 0, TIMEOUT).givenUp()).isFalse();
        assertThat(inquired(null, INQUIRIES - 1, 0, TIMEOUT))
                .isEqualTo(next(DeliveryState.DEAD, Purpose.INQUIRE, 2, INQUIRIES, 0, null, TIMEOUT));
    }

    @Test
    void oneAbsenceProvesNothing() {
        Outcome seen = new Outcome.Unknown("ABSENT", null);
        assertThat(inquired(null, 0, 0, Outcome.NotSent.absent()))
                .isEqualTo(called(
                        next(DeliveryState.UNKNOWN, Purpose.INQUIRE, 2, 1, 1, INQUIRY.multipliedBy(2), seen),
                        "ABSENT"));
        assertThat(inquired("r-1", 0, 0, Outcome.NotSent.absent()))
                .as("they owe an answer still")
                .isEqualTo(called(
                        next(DeliveryState.HANDED_OVER, Purpose.INQUIRE, 2, 1, 1, ANSWER.multipliedBy(2), seen),
                        "ABSENT"));
    }

    @Test
    void absencesInARowProveThatItWasNotSent() {
        Outcome absent = Outcome.NotSent.absent();
        assertThat(inquired("r-1", 1, 1, absent))
                .isEqualTo(next(DeliveryState.WAITING, Purpose.SEND, 2, 0, 0, RETRY.multipliedBy(2), absent));
        Delivery last = delivery(ATTEMPTS, 1, 1);
        assertThat(Next.of(work(Purpose.INQUIRE, null, last), last, absent, PAUSES, PROOF))
                .isEqualTo(next(DeliveryState.DEAD, Purpose.SEND, ATTEMPTS, 0, 0, null, absent));
    }

    @Test
    void anAbsenceThatIsTheLastAnswerIsNotReadAsProof() {
        assertThat(inquired(null, INQUIRIES - 1, 0, Outcome.NotSent.absent()).outcome())
                .isEqualTo(new Outcome.Unknown("NO_ANSWER", null));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN, ", "HANDED_OVER, r-1"})
    void aQuestionThatDidNotGetThroughSaysNothing(DeliveryState state, String receipt) {
        Outcome unclear = new Outcome.Unknown("NO_CONNECTION", "refused");
        Next asked = inquired(receipt, 0, 1, NO_CONNECTION);
        assertThat(asked.state()).isEqualTo(state);
        assertThat(asked.absent()).as("the row of absences goes on").isEqualTo(1);
        assertThat(asked.inquiries()).isEqualTo(1);
        assertThat(asked.outcome()).isEqualTo(unclear);
        assertThat(asked.givenUp()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r-1"})
    void aQuestionWaitsAsLongAsTheyAsk(String receipt) {
        String known = receipt.isEmpty() ? null : receipt;
        var limited = new Outcome.NotSent("RATE_LIMITED", null, ASKED, false);
        Next asked = inquired(known, 0, 0, limited);
        assertThat(asked.pause()).isEqualTo(ASKED);
        assertThat(asked.state()).isEqualTo(known == null ? DeliveryState.UNKNOWN : DeliveryState.HANDED_OVER);
        assertThat(asked.word()).isEqualTo("UNKNOWN");
    }

    @Test
    void aQuestionThatAPersonMustEnableIsGivenUpAsWhatMayHaveLanded() {
        var forbidden = new Outcome.NotSent("NO_ACCESS", "403", null, true);
        assertThat(inquired("r-1", 0, 1, forbidden))
                .isEqualTo(next(
                        DeliveryState.DEAD, Purpose.INQUIRE, 2, 1, 1, null, new Outcome.Unknown("NO_ACCESS", "403")));
    }

    @ParameterizedTest
    @CsvSource({
        "READY, false",
        "IN_FLIGHT, false",
        "HANDED_OVER, false",
        "WAITING, false",
        "UNKNOWN, false",
        "DONE, true",
        "DEAD, false",
        "CANCELLED, true"
    })
    void onlyWhatIsDoneOrCancelledLetsTheNextOfItsGroupGo(DeliveryState state, boolean settled) {
        assertThat(state.settled()).isEqualTo(settled);
    }

    @ParameterizedTest
    @CsvSource({"DEAD, INQUIRE, true", "DEAD, SEND, false", "UNKNOWN, INQUIRE, false"})
    void onlyWhatIsGivenUpUnprovenMayHaveLanded(DeliveryState state, Purpose purpose, boolean may) {
        Delivery was = delivery(1, 0, 0);
        assertThat(new Delivery(
                                was.id(),
                                was.kind(),
                                was.key(),
                                was.submission(),
                                was.target(),
                                was.groupKey(),
                                was.creditorId(),
                                was.claimKey(),
                                was.payload(),
                                was.amountOre(),
                                state,
                                purpose,
                                1,
                                0,
                                0,
                                null,
                                null)
                        .mayHaveLanded())
                .isEqualTo(may);
    }
}
