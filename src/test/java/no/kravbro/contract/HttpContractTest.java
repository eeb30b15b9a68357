package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import no.kravbro.claim.ClaimState;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Agencies that are called over HTTP: what only a status can say. */
abstract class HttpContractTest<W extends AgencyWorld> extends AgencyContractTest<W> {

    Stream<Arguments> refusingContent() {
        return troubles(agency.refusingContent());
    }

    @ParameterizedTest
    @MethodSource("refusingContent")
    void refusedByContent(FaultKind refusal, Cause cause) {
        agency.handOverMeets(Fault.next(refusal, 1));
        Journey claim = handOver().end();
        buried(claim, cause);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.REFUSED);
        assertThat(claim.attempts()).containsExactly("SEND REJECTED " + cause);
        assertThat(agency.sent(claim.key())).hasSize(1);
        assertThat(agency.claims(claim.key())).isZero();
    }

    @Test
    void toldHowLongToWait() {
        agency.handOverMeets(Fault.next(agency.busy(), 1).retryAfter(90));
        Journey claim = handOver().until(DeliveryState.WAITING);
        assertThat(claim.pauseSeconds()).isBetween(89L, 110L);
        accepted(claim.end(), 2);
    }
}
