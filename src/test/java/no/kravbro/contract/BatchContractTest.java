package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.claim.ClaimState;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.Test;

/** Agencies that take a batch of claims over HTTP and decide it later: each of it gets its own verdict. */
abstract class BatchContractTest<W extends AgencyWorld> extends HttpContractTest<W> implements BatchContract {

    /** Under one id, with the same bytes. */
    @Override
    public void cameTogether(Journey one, Journey other) {
        assertThat(agency.sent(one.key())).isEqualTo(agency.sent(other.key()));
    }

    /** Refused as a whole, without a word about which of them: each goes again alone, so that only one is refused. */
    @Test
    void oneOfABatchSpoilsTheOthers() {
        agency.handOverMeets(Fault.next(FaultKind.BAD_REQUEST_400, 2));
        List<Journey> claims = handOver(3);
        claims.forEach(Journey::end);
        List<Journey> guilty = claims.stream()
                .filter(claim -> claim.delivery().state() == DeliveryState.DEAD)
                .toList();
        assertThat(guilty).hasSize(1);
        buried(guilty.get(0), Cause.INVALID_DATA);
        for (Journey claim : claims) {
            assertThat(claim.attempts()).startsWith("SEND NOT_SENT REFUSED_TOGETHER");
            assertThat(claim.delivery().submission()).isEqualTo(1);
            assertThat(agency.sent(claim.key()))
                    .extracting(AgencyWorld.Sent::id)
                    .hasSize(2)
                    .doesNotHaveDuplicates();
            assertThat(agency.claims(claim.key())).isEqualTo(guilty.contains(claim) ? 0 : 1);
            assertThat(claim.claim().state())
                    .isEqualTo(guilty.contains(claim) ? ClaimState.REFUSED : ClaimState.ACCEPTED);
        }
    }
}
