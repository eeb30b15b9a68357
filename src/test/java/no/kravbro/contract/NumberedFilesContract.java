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

/** An agency that reads our files in the order of their numbers never waits for one that does not come. */
interface NumberedFilesContract {

    AgencyGround<EcpayWorld> ground();

    private EcpayWorld agency() {
        return ground().agency;
    }

    /** Two files that were numbered and never sent become one: the number that is left over is not waited for. */
    @Test
    default void twoFilesThatNeverWentGoAgainAsOne() {
        List<Journey> stranded = List.of(strand(), strand());
        Journey behind = ground().handOver().until(DeliveryState.HANDED_OVER);
        giveUp(stranded);
        ground().retryTogether(stranded);
        stranded.forEach(claim -> accepted(claim.end()));
        accepted(behind.end());
        assertThat(agency().gaps()).isEmpty();
    }

    /** Support staff end a claim whose file was numbered and never sent: nothing waits for that number. */
    @Test
    default void aClaimIsEndedThatHadANumberAlready() {
        List<Journey> stranded = List.of(strand());
        Journey behind = ground().handOver().until(DeliveryState.HANDED_OVER);
        giveUp(stranded);
        agency().close(stranded.get(0));
        accepted(behind.end());
        assertThat(agency().claims(stranded.get(0).key())).isZero();
        assertThat(agency().gaps()).isEmpty();
    }

    /** The same when nobody has looked at it yet. */
    @Test
    default void aClaimIsGivenUpThatHadANumberAlready() {
        List<Journey> stranded = List.of(strand());
        Journey behind = ground().handOver().until(DeliveryState.HANDED_OVER);
        giveUp(stranded);
        accepted(behind.end());
        assertThat(agency().gaps()).isEmpty();
        stranded.forEach(ground()::retry);
        stranded.forEach(claim -> accepted(claim.end()));
    }

    /** The last look stops a claim whose file was numbered and never sent. */
    @Test
    default void aClaimIsStoppedThatHadANumberAlready() {
        Journey stranded = strand();
        Journey behind = ground().handOver().until(DeliveryState.HANDED_OVER);
        agency().pays(stranded);
        stranded.end();
        assertThat(stranded.delivery().state()).isEqualTo(DeliveryState.CANCELLED);
        accepted(behind.end());
        assertThat(agency().gaps()).isEmpty();
    }

    /** One whose file was numbered, and could not be put there. */
    private Journey strand() {
        agency().handOverMeets(Fault.next(FaultKind.ERROR_500_AFTER, 1));
        Journey claim = ground().handOver().until(DeliveryState.WAITING);
        agency().lastTryLater(claim);
        return claim;
    }

    private void giveUp(List<Journey> claims) {
        agency().handOverMeets(Fault.next(FaultKind.ERROR_500_AFTER, 0));
        claims.forEach(claim -> ground().buried(claim.end(), Cause.NO_CONNECTION));
        agency().recovers();
    }

    private void accepted(Journey claim) {
        assertThat(claim.claim().state()).as(claim.attempts().toString()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(agency().claims(claim.key())).isEqualTo(1);
    }
}
