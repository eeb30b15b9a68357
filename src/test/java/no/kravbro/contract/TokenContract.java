package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.Test;

/** Agencies that give tokens: a dead one is renewed once, and what a new one does not open is waited for. */
interface TokenContract {

    AgencyGround<? extends TokenAgencyWorld> ground();

    @Test
    default void theTokenHasDied() {
        TokenAgencyWorld agency = ground().agency;
        long before = agency.tokens();
        agency.handOverMeets(Fault.next(FaultKind.UNAUTHORIZED_401, 1));
        Journey claim = ground().handOver();
        ground().accepted(claim.end(), 2);
        assertThat(claim.attempts()).isEqualTo(agency.accepting());
        assertThat(agency.tokens()).isEqualTo(before + 1);
    }

    @Test
    default void theTokenIsNoGoodEvenWhenNew() {
        ground().agency.handOverMeets(Fault.next(FaultKind.UNAUTHORIZED_401, 2));
        Journey claim = ground().handOver().until(DeliveryState.WAITING);
        assertThat(claim.attempts()).containsExactly("SEND NOT_SENT BAD_CREDENTIALS");
        ground().accepted(claim.end(), 3);
    }
}
