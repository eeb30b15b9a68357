package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.Test;

/** Agencies that take many claims at once and decide them later, over whatever wire: what the wire has no part in. */
interface BatchContract {

    AgencyGround<?> ground();

    /** On their side it shows that these came at once. */
    void cameTogether(Journey one, Journey other);

    @Test
    default void partOfABatch() {
        List<Journey> claims = ground().handOver(3);
        ground().agency.refuses(claims.get(1).key(), "LIMITATION");
        claims.forEach(Journey::end);
        ground().accepted(claims.get(0), 1);
        ground().accepted(claims.get(2), 1);
        ground().buried(claims.get(1), Cause.LIMITATION);
        cameTogether(claims.get(0), claims.get(2));
    }

    @Test
    default void aBatchInDoubtStaysTogether() {
        ground().agency.handOverMeets(Fault.next(FaultKind.RESET_BEFORE, 2));
        List<Journey> claims = ground().handOver(3);
        claims.forEach(claim -> ground().accepted(claim.end(), 3));
    }

    @Test
    default void theVerdictIsLate() {
        Journey claim =
                ground().handOver().until(DeliveryState.HANDED_OVER).next().next();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.HANDED_OVER);
        assertThat(ground().agency.claims(claim.key())).isZero();
        ground().accepted(claim.end(), 1);
        assertThat(claim.attempts())
                .containsExactly("SEND HANDED_OVER", "INQUIRE HANDED_OVER", "INQUIRE HANDED_OVER", "INQUIRE ACCEPTED");
    }
}
