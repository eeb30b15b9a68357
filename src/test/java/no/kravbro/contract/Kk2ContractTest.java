package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.agency.WireAnswer;
import no.kravbro.creditor.Creditors;
import no.kravbro.flows.Journey;
import no.kravbro.routes.Proves;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;

/** KK2 keeps the contract of all agencies: its answer is the verdict, one claim a call. */
@Proves({
    "kk2.instruct-case",
    "claim.instruct",
    "claim.inquire-instruction",
    "claim.look-at-instruction",
    "claim.ask-price",
    "kk2.call",
    "kk2.send",
    "kk2.fetch-token",
    "kk2.submit-claim",
    "kk2.inquire-claim",
    "kk2.find-claim",
    "kk2.report-payment",
    "kk2.report-credit",
    "kk2.inquire-report"
})
class Kk2ContractTest extends HttpContractTest<Kk2World> implements TokenContract, DisputeContract, ObjectionContract {

    @Override
    Kk2World open() {
        return new Kk2World();
    }

    /** Turned away, processed after all, and sent again by a person under a new id: found to be ours. */
    @Test
    void oursFromAnEarlierSubmission() {
        agency.forbids(true);
        Journey claim = handOver();
        claim.await("letter of", () -> claim.letter() != null);
        agency.forbids(false);
        agency.takesAfterAll(claim.key());
        retry(claim);
        acceptedAfterRetry(claim.end(), 2);
        assertThat(claim.attempts())
                .containsExactly("SEND NOT_SENT NO_ACCESS", "SEND UNKNOWN ALREADY_EXISTS", "INQUIRE ACCEPTED");
    }

    /** Nobody listens where tokens are given: that is an answer too, and no exception. */
    @Test
    void noTokenIsToBeHad() {
        agency.hangsUp();
        Object answer = agency.product()
                .bean(ProducerTemplate.class)
                .send(
                        "direct:kk2.fetch-token",
                        exchange -> exchange.setVariable(
                                "creditor",
                                agency.product().bean(Creditors.class).byId(agency.creditor())))
                .getMessage()
                .getBody();
        agency.recovers();
        assertThat(answer).isInstanceOfSatisfying(WireAnswer.class, told -> assertThat(told.failure())
                .isNotNull());
    }
}
