package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.kravbro.claim.ClaimState;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.Refused;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is answered to a claim handed over, or not answered: the agency has it at most once. */
abstract class AgencyAnswersTest<W extends AgencyWorld> extends AgencyReportsTest<W> {

    /** Connections that other calls may have left open, at most. */
    private static final int KEPT_OPEN = 6;

    @Test
    void accepted() {
        Journey claim = handOver().end();
        accepted(claim, 1);
        assertThat(claim.attempts()).isEqualTo(agency.accepting());
    }

    /** What goes on record before a claim is handed over without trouble, and that. */
    private List<String> thenAccepted(String... before) {
        return then(agency.accepting(), before);
    }

    private static List<String> then(List<String> last, String... before) {
        List<String> all = new ArrayList<>(List.of(before));
        all.addAll(last);
        return all;
    }

    @Test
    void refusedByTheAgencysPeople() {
        List<Journey> claims = handOver(1);
        Journey claim = claims.get(0);
        agency.refuses(claim.key(), "DEBTOR_MISMATCH");
        claim.end();
        buried(claim, Cause.DEBTOR_MISMATCH);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.REFUSED);
        assertThat(claim.attempts()).isEqualTo(agency.refusing("DEBTOR_MISMATCH"));
        assertThat(agency.claims(claim.key())).isZero();
    }

    /** Connections kept open may break first, each once; then it is in doubt until they listen again. */
    @Test
    void nobodyListens() {
        agency.hangsUp();
        Journey claim = handOver();
        claim.await("first attempt of", () -> !claim.attempts().isEmpty());
        for (int kept = 0; kept < KEPT_OPEN && !last(claim).endsWith("NO_CONNECTION"); kept++) {
            claim.next();
        }
        assertThat(last(claim)).endsWith("NO_CONNECTION");
        assertThat(claim.attempts().get(0)).isIn("SEND NOT_SENT NO_CONNECTION", "SEND UNKNOWN TIMEOUT");
        assertThat(agency.sent(claim.key())).isEmpty();
        agency.recovers();
        accepted(claim.end(), 1);
    }

    private static String last(Journey claim) {
        return claim.attempts().get(claim.attempts().size() - 1);
    }

    /** Certainly not processed: goes again by itself. */
    @ParameterizedTest
    @MethodSource("turningAway")
    void turnedAway(FaultKind fault, String cause) {
        agency.handOverMeets(Fault.next(fault, 1));
        Journey claim = handOver().until(DeliveryState.WAITING);
        assertThat(claim.pauseSeconds()).isBetween(5L, 7L);
        accepted(claim.end(), 2);
        assertThat(claim.attempts()).isEqualTo(thenAccepted("SEND NOT_SENT " + cause));
    }

    @Test
    void turnedAwayForEver() {
        String cause = agency.turningAway().get(agency.busy());
        agency.handOverMeets(Fault.next(agency.busy(), 0));
        Journey claim = handOver().end();
        buried(claim, Cause.valueOf(cause));
        assertThat(claim.attempts()).hasSize(12).containsOnly("SEND NOT_SENT " + cause);
        assertThat(agency.claims(claim.key())).isZero();
        agency.recovers();
        retry(claim);
        acceptedAfterRetry(claim.end(), 13);
    }

    /** In doubt and not there: asked about by our id until absence is proven, only then sent again. */
    @ParameterizedTest
    @MethodSource("leavingInDoubt")
    void inDoubtAndNotThere(FaultKind fault, String cause) {
        agency.handOverMeets(Fault.next(fault, 1));
        Journey claim = handOver().until(DeliveryState.UNKNOWN);
        accepted(claim.end(), 2);
        assertThat(claim.attempts())
                .isEqualTo(thenAccepted("SEND UNKNOWN " + cause, "INQUIRE ABSENT", "INQUIRE NOT_SENT ABSENT"));
    }

    Stream<Arguments> turningAway() {
        return troubles(agency.turningAway());
    }

    Stream<Arguments> leavingInDoubt() {
        return troubles(agency.leavingInDoubt());
    }

    Stream<Arguments> leavingInDoubtButThere() {
        return troubles(agency.leavingInDoubtButThere());
    }

    Stream<FaultKind> failingInquiries() {
        return agency.failingInquiries().stream();
    }

    static Stream<Arguments> troubles(Map<FaultKind, String> troubles) {
        return new TreeMap<>(troubles)
                .entrySet().stream().map(trouble -> Arguments.of(trouble.getKey(), trouble.getValue()));
    }

    /** In doubt and there: found by our id, never sent again. */
    @ParameterizedTest
    @MethodSource("leavingInDoubtButThere")
    void inDoubtAndThere(FaultKind fault, String cause) {
        agency.handOverMeets(Fault.next(fault, 1));
        Journey claim = handOver().until(DeliveryState.UNKNOWN).next();
        agency.recovers();
        accepted(claim.end(), 1);
        assertThat(claim.attempts()).isEqualTo(then(agency.finding(), "SEND UNKNOWN " + cause));
    }

    /** An inquiry that fails proves nothing. */
    @ParameterizedTest
    @MethodSource("failingInquiries")
    void theInquiryFails(FaultKind fault) {
        agency.handOverMeets(Fault.next(FaultKind.RESET_AFTER, 1));
        agency.inquiryMeets(Fault.next(fault, 3));
        Journey claim = handOver().until(DeliveryState.UNKNOWN).next().next().next();
        assertThat(claim.delivery().state()).as(claim.attempts().toString()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(claim.attempts()).hasSize(4).noneMatch(words -> words.contains("ABSENT"));
        accepted(claim.end(), 1);
    }

    @Test
    void neverAnyClearness() {
        agency.handOverMeets(Fault.next(FaultKind.RESET_AFTER, 1));
        agency.inquiryMeets(Fault.next(FaultKind.ERROR_500_BEFORE, 0));
        Journey claim = handOver().end();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(claim.letter().mayHaveLanded()).isTrue();
        assertThatThrownBy(() -> retry(claim)).isInstanceOf(Refused.class);
        agency.recovers();
        agency.product().bean(Actions.class).inquire(claim.letter().id(), "a test");
        accepted(claim.end(), 1);
    }

    @Test
    void onlyAPersonCanOpenTheDoor() {
        agency.forbids(true);
        Journey claim = handOver().until(DeliveryState.DEAD);
        claim.await("letter of", () -> claim.letter() != null);
        buried(claim, Cause.NO_ACCESS);
        assertThat(claim.attempts()).containsExactly("SEND NOT_SENT NO_ACCESS");
        agency.forbids(false);
        retry(claim);
        acceptedAfterRetry(claim.end(), 1 + agency.seenWhenForbidden());
    }
}
