package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.ClaimState;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.Test;

/** BAHS keeps the contract of all agencies: one operation per batch, a new token for every call, nothing told by itself. */
@Proves({
    "bahs.instruct-case",
    "bahs.ask-price",
    "bahs.call",
    "bahs.send",
    "bahs.submit-claim",
    "bahs.inquire-claim",
    "bahs.find-case",
    "bahs.report-payment",
    "bahs.report-credit",
    "bahs.inquire-report"
})
class BahsContractTest extends BatchContractTest<BahsWorld> implements InstructionContract, ObjectionContract {

    @Override
    BahsWorld open() {
        return new BahsWorld();
    }

    /** There is no token to renew: a name or password that is refused needs a person. */
    @Test
    void nameOrPasswordIsRefused() {
        agency.handOverMeets(Fault.next(FaultKind.UNAUTHORIZED_401, 1));
        Journey claim = handOver().until(DeliveryState.DEAD);
        claim.await("letter of", () -> claim.letter() != null);
        buried(claim, Cause.BAD_CREDENTIALS);
        assertThat(claim.attempts()).containsExactly("SEND NOT_SENT BAD_CREDENTIALS");
        retry(claim);
        acceptedAfterRetry(claim.end(), 2);
    }

    /** The same while it is asked about: it may have landed, and only asking is offered. */
    @Test
    void nameOrPasswordIsRefusedWhenAsking() {
        agency.handOverMeets(Fault.next(FaultKind.ERROR_500_AFTER, 1));
        agency.inquiryMeets(Fault.next(FaultKind.UNAUTHORIZED_401, 1));
        Journey claim = handOver().end();
        assertThat(claim.letter().cause()).isEqualTo(Cause.BAD_CREDENTIALS);
        assertThat(claim.letter().mayHaveLanded()).isTrue();
    }

    @Test
    void everyAttemptHasANonceOfItsOwn() {
        agency.handOverMeets(Fault.next(FaultKind.LOCKED_423, 2));
        Journey claim = handOver().end();
        accepted(claim, 3);
        assertThat(agency.nonces(claim.key())).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void anEndedAgreementIsForThePersonWhoMadeIt() {
        agency.sandbox().agreementEnded(LocalDate.of(2025, 12, 31));
        List<Journey> claims = handOver(2);
        claims.forEach(Journey::end);
        agency.sandbox().agreementEnded(null);
        claims.forEach(claim -> buried(claim, Cause.AGREEMENT_ENDED));
    }

    /** Theirs from an earlier hand-over of ours that we took for lost: the case tells the id it came with. */
    @Test
    void oursFromAnEarlierTransmission() {
        agency.forbids(true);
        Journey claim = handOver().until(DeliveryState.DEAD);
        claim.await("letter of", () -> claim.letter() != null);
        agency.forbids(false);
        agency.takes(agency.sent(claim.key()).get(0).id(), claim);
        retry(claim);
        acceptedAfterRetry(claim.end(), 2);
        assertThat(claim.claim().caseNumber()).isNotNull();
    }

    /** The look at the case fails: nothing is decided by that. */
    @Test
    void theLookAtACaseFails() {
        var invoice = Journey.free(agency.product(), agency.creditor(), 1);
        agency.knowsFromElsewhere(Journey.planned(agency.product(), agency.creditor(), invoice.get(0)));
        agency.lookMeets(Fault.next(FaultKind.ERROR_500_BEFORE, 1));
        Journey claim = Journey.begin(agency.product(), agency.creditor(), invoice)
                .get(0)
                .until(DeliveryState.HANDED_OVER)
                .next();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.HANDED_OVER);
        agency.decides();
        claim.next();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.HANDED_OVER);
        assertThat(claim.delivery().cause()).isEqualTo("ALREADY_EXISTS");
        claim.end();
        buried(claim, Cause.ALREADY_EXISTS);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.REFUSED);
    }
}
