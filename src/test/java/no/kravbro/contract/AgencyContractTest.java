package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.claim.ClaimState;
import no.kravbro.deadletter.Cause;
import no.kravbro.flows.Journey;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens on the wire while a claim is handed over, the agency has it at most once, and what we believe about it is
 * true. Real routes, the agency's simulated wire. One thin subclass per agency.
 */
abstract class AgencyContractTest<W extends AgencyWorld> extends AgencyAnswersTest<W> {

    @Test
    void registeredByAnotherSystem() {
        List<Journey> claims = handOverKnown(1);
        Journey claim = claims.get(0).end();
        buried(claim, Cause.ALREADY_EXISTS);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.REFUSED);
        assertThat(agency.claims(claim.key())).isEqualTo(1);
        assertThat(claim.claim().agencyInvoice()).as("theirs, not ours").isNull();
        assertThat(claim.claim().agencyCase()).isNull();
        assertThat(claim.claim().caseNumber()).isNull();
    }

    @Test
    void registeredByAnotherSystemAmongOthers() {
        List<Journey> claims = handOverKnown(3);
        claims.forEach(Journey::end);
        buried(claims.get(0), Cause.ALREADY_EXISTS);
        accepted(claims.get(1), 1);
        accepted(claims.get(2), 1);
    }

    /** The first of them stands in their books before ours comes. */
    private List<Journey> handOverKnown(int count) {
        var invoices = Journey.free(agency.product(), agency.creditor(), count);
        agency.knowsFromElsewhere(Journey.planned(agency.product(), agency.creditor(), invoices.get(0)));
        return Journey.begin(agency.product(), agency.creditor(), invoices);
    }
}
