package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.agency.Action;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.Invoice;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Changes;
import no.kravbro.flows.Instructing;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.tripletex.TripletexStory;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.Disputes;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.DisputeCases;
import org.junit.jupiter.api.Test;

/** What leaves of a disputed claim and what does not, kind by kind, over a real wire; on one agency, for the stop is ours. */
interface DisputeContract extends InstructionContract {

    private InstructedWorld world() {
        return ground().agency;
    }

    private Journey planned() {
        Invoice free = Journey.free(world().product(), world().creditor(), 1).get(0);
        return Journey.planned(world().product(), world().creditor(), free);
    }

    private Journey begun(Journey planned) {
        return Journey.begin(world().product(), world().creditor(), List.of(planned.invoice()))
                .get(0);
    }

    private long disputed(String key, Long ore) {
        LocalDate today = world().product().town().clock().today();
        return world().product()
                .bean(Disputes.class)
                .open(new NewDispute(
                        key,
                        world().creditor(),
                        Dispute.Source.CREDITOR,
                        null,
                        ore,
                        "Kunden bestrider 3 timer.",
                        today,
                        null,
                        List.of(),
                        false));
    }

    private static void stopped(Journey claim) {
        claim.await("stop of", () -> claim.delivery().state() == DeliveryState.CANCELLED);
        assertThat(claim.claim().state()).isEqualTo(ClaimState.STOPPED);
        assertThat(claim.timeline()).contains("SUBMISSION_STOPPED DISPUTED");
    }

    @Test
    default void aDisputedClaimIsNotHandedOver() {
        Journey claim = planned();
        disputed(claim.key(), null);
        stopped(begun(claim));
        assertThat(world().claims(claim.key())).isZero();
    }

    /** Nor when a person tries again what had failed before. */
    @Test
    default void aDisputedClaimIsNotRetried() {
        world().forbids(true);
        Journey claim = ground().handOver().until(DeliveryState.DEAD);
        claim.await("letter of", () -> claim.letter() != null);
        world().forbids(false);
        disputed(claim.key(), null);
        ground().retry(claim);
        stopped(claim);
        assertThat(world().claims(claim.key())).isZero();
    }

    /** A part leaves the rest, and the agency is told of the part. An answered objection travels too. */
    @Test
    default void aClaimThatIsDisputedInPartIsHandedOverWithWhatIsDisputed() {
        Journey claim = planned();
        disputed(claim.key(), 750_00L);
        ground().accepted(begun(claim).end(), 1);
        assertThat(world().sent(claim.key()).get(0).content()).contains("Kunden bestrider 3 timer.");
        Journey other = planned();
        long id = disputed(other.key(), null);
        world().product()
                .bean(DisputeCases.class)
                .answer(
                        id,
                        new DisputeCases.Answer(DisputeOutcome.CLAIM_UPHELD, null, "Levert 3. desember.", List.of()),
                        "ins-" + other.key(),
                        "a test");
        ground().accepted(begun(other).end(), 1);
        assertThat(world().sent(other.key()).get(0).content()).contains("Kunden bestrider 3 timer.");
    }

    /** What lowers the claim is told: the agency must not ask for more than is owed. */
    @Test
    default void paymentsAndCreditsOfADisputedClaimAreTold() {
        Journey claim = ground().handOver();
        ground().accepted(claim.end(), 1);
        disputed(claim.key(), null);
        Changes changes = new Changes(world().product(), world().creditor(), TripletexStory.NORDLYS, claim);
        long voucher = changes.paid(100_00);
        changes.look();
        changes.reversed(voucher);
        changes.look();
        changes.credited(120_00);
        changes.look();
        assertThat(changes.told()).containsExactly("REPORT_PAYMENT DONE", "REVERSE_PAYMENT DONE", "REPORT_CREDIT DONE");
    }

    /** The agency lowers the claim by what was given up; whether a credit note is that amount, a person knows. */
    @Test
    default void aCreditAfterAPartWasGivenUpIsForAPerson() {
        Journey claim = ground().handOver();
        ground().accepted(claim.end(), 1);
        world().product()
                .bean(Disputes.class)
                .answered(disputed(claim.key(), 120_00L), DisputeOutcome.ACCEPTED_PARTIAL, 120_00L, "Ja", List.of());
        Changes changes = new Changes(world().product(), world().creditor(), TripletexStory.NORDLYS, claim);
        changes.credited(120_00);
        changes.look();
        assertThat(changes.told()).isEmpty();
        assertThat(changes.tasks()).containsExactly("DO_BY_HAND CREDIT_PART");
    }

    /** What lets the run go on is stopped although it was ordered before the debtor objected. */
    @Test
    default void aNewDueDateOfADisputedClaimIsStopped() {
        Instructing claim = opened();
        world().instructionMeets(Fault.next(world().busy(), 1));
        claim.wants(Action.NEW_DUE_DATE);
        claim.waits();
        disputed(claim.key(), null);
        claim.end();
        assertThat(claim.ends()).containsExactly("CANCELLED NO_LONGER_SO");
        assertThat(claim.timeline()).contains("INSTRUCTION_STOPPED NEW_DUE_DATE DISPUTED");
        assertThat(claim.permission(Action.RESUME).granted()).isFalse();
    }
}
