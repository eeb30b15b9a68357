package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.creditor.Creditors;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.transfer.Screening;
import org.junit.jupiter.api.Test;

/** A put replaces what stands under the key, so a higher version may only go where nothing of another's stands open. */
@Proves({"kk2.look-claim", "kk2.submit-claim"})
class Kk2ReplacingTest extends AgencyGround<Kk2World> {

    private static final Map<String, String> OTHER_CITY = Map.of("debtor.city", "BERGEN");

    @Override
    Kk2World open() {
        return new Kk2World();
    }

    @Test
    void correctedBesideAnothersCase() {
        Invoice invoice = free();
        Journey claim = known(invoice);
        Journey.begin(agency.product(), agency.creditor(), List.of(invoice));
        buried(claim.end(), Cause.ALREADY_EXISTS);
        correct(claim);
        claim.await("second submission of", () -> claim.delivery().submission() == 2);
        leftAlone(claim.end(), 1);
    }

    /** The first submission was stopped before it went out: the first that KK2 ever sees is the second. */
    @Test
    void firstSeenInItsSecondSubmission() {
        Invoice invoice = free();
        Journey claim = known(invoice);
        begin(invoice);
        leftAlone(claim.end(), 0);
        assertThat(claim.attempts()).containsExactly("SEND REJECTED ALREADY_EXISTS");
    }

    @Test
    void nothingStandsThere() {
        Journey claim = Journey.planned(agency.product(), agency.creditor(), begin(free()));
        claim.until(DeliveryState.DONE);
        assertThat(claim.attempts()).containsExactly("SEND ACCEPTED");
        assertThat(agency.claims(claim.key())).isEqualTo(1);
    }

    /** Turned away as it seemed, and there after all: ours, so the corrected one replaces it. */
    @Test
    void oursIsReplaced() {
        agency.forbids(true);
        Journey claim = handOver();
        claim.await("letter of", () -> claim.letter() != null);
        agency.forbids(false);
        agency.takesAfterAll(claim.key());
        String before = holder(claim);
        correct(claim);
        claim.await("second submission of", () -> claim.delivery().submission() == 2);
        claim.until(DeliveryState.DONE);
        assertThat(claim.attempts()).containsExactly("SEND ACCEPTED");
        assertThat(agency.claims(claim.key())).isEqualTo(1);
        assertThat(holder(claim)).isNotEqualTo(before);
    }

    /** A question that is not answered sends nothing, and is asked again. */
    @Test
    void notToldWhatStandsThere() {
        for (FaultKind fault : List.of(FaultKind.UNAVAILABLE_503, FaultKind.ERROR_500_BEFORE, FaultKind.GARBAGE)) {
            agency.inquiryMeets(Fault.next(fault, 1));
            Journey claim = Journey.planned(agency.product(), agency.creditor(), begin(free()));
            claim.until(DeliveryState.WAITING);
            assertThat(agency.sent(claim.key())).isEmpty();
            claim.end();
            assertThat(claim.attempts()).hasSize(2).last().isEqualTo("SEND ACCEPTED");
        }
    }

    private Invoice free() {
        return Journey.free(agency.product(), agency.creditor(), 1).get(0);
    }

    private Journey known(Invoice invoice) {
        Journey claim = Journey.planned(agency.product(), agency.creditor(), invoice);
        agency.knowsFromElsewhere(claim);
        return claim;
    }

    private Invoice begin(Invoice invoice) {
        var creditor = agency.product().bean(Creditors.class).byId(agency.creditor());
        Screening screening = agency.product().bean(Screening.class);
        agency.product()
                .bean(Claims.class)
                .create(List.of(screening.claim(creditor, invoice, 2, screening.takeover(creditor))));
        return invoice;
    }

    private void correct(Journey claim) {
        agency.product().bean(Actions.class).correct(claim.letter().id(), OTHER_CITY, "a test");
    }

    private void leftAlone(Journey claim, int timesSent) {
        buried(claim, Cause.ALREADY_EXISTS);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.REFUSED);
        assertThat(holder(claim)).startsWith("elsewhere-");
        assertThat(agency.sent(claim.key())).hasSize(timesSent);
        assertThat(claim.claim().caseNumber()).isNull();
    }

    private String holder(Journey claim) {
        return agency.holder(claim.key());
    }
}
