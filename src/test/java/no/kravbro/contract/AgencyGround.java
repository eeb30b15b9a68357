package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import no.kravbro.claim.ClaimState;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.LetterState;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Pauses;
import no.kravbro.flows.Journey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What the contract of all agencies is tried on: one world, and what must be true at the end of a claim's way.
 *
 * @param <W> what the agency can be made to do
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AgencyGround<W extends AgencyWorld> {

    W agency;

    abstract W open();

    /** For contracts that not all agencies have and no line of classes could share. */
    public final AgencyGround<W> ground() {
        return this;
    }

    @BeforeAll
    void openTheWorld() {
        agency = open();
    }

    @AfterAll
    void closeTheWorld() {
        agency.close();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        agency.forbids(false);
        agency.recovers();
    }

    Journey handOver() {
        return Journey.begin(agency.product(), agency.creditor());
    }

    List<Journey> handOver(int count) {
        return Journey.begin(
                agency.product(), agency.creditor(), Journey.free(agency.product(), agency.creditor(), count));
    }

    /** Confirmed, once in their books, and never sent but under one id with the same bytes. */
    void accepted(Journey claim, int timesSent) {
        acceptedAfterRetry(claim, timesSent);
        assertThat(new HashSet<>(agency.sent(claim.key()))).hasSize(1);
    }

    /** As above; what a person sends again after it was proven not to be there goes under a new id. */
    void acceptedAfterRetry(Journey claim, int timesSent) {
        assertThat(claim.delivery().state()).as(claim.attempts().toString()).isEqualTo(DeliveryState.DONE);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(agency.claims(claim.key())).isEqualTo(1);
        assertThat(claim.delivery().submission()).isEqualTo(1);
        assertThat(agency.sent(claim.key())).hasSize(timesSent);
        assertThat(agency.sent(claim.key()).stream()
                        .map(AgencyWorld.Sent::content)
                        .distinct())
                .hasSize(1);
        DeadLetter letter = claim.letter();
        assertThat(letter == null || letter.state() == LetterState.SOLVED).isTrue();
    }

    /** Given up, and not in their books. */
    void buried(Journey claim, Cause cause) {
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(claim.letter().cause()).isEqualTo(cause);
        assertThat(claim.letter().mayHaveLanded()).isFalse();
        assertThat(claim.letter().amountOre()).isEqualTo(claim.invoice().outstandingOre());
    }

    void retry(Journey claim) {
        agency.product().bean(Actions.class).retry(claim.letter().id(), "a test");
    }

    /** So that they go as one batch: held back until all are due, since a look that began before sees only the first. */
    void retryTogether(List<Journey> claims) {
        Pauses pauses = agency.product().bean(Pauses.class);
        pauses.pause(Pauses.Kind.CREDITOR, agency.creditor(), "Retried together", "a test");
        claims.forEach(this::retry);
        pauses.resume(Pauses.Kind.CREDITOR, agency.creditor());
    }
}
