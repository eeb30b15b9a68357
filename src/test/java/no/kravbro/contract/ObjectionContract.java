package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import no.kravbro.agency.Action;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.Invoice;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Instructing;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.Attachments;
import no.kravbro.transfer.instruct.DisputeCases;
import no.kravbro.transfer.instruct.Instruction;
import org.junit.jupiter.api.Test;

/** What could not travel with the claim follows it: over the wire where it takes that, else as a person's task. */
interface ObjectionContract {

    AgencyGround<? extends AgencyWorld> ground();

    private AgencyWorld world() {
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

    private String document(String key, String name) {
        return world().product()
                .bean(Attachments.class)
                .keep(key, name, "application/pdf", ("%PDF-1.7 " + name).getBytes(StandardCharsets.UTF_8));
    }

    private Dispute raised(String key, List<String> documents) {
        LocalDate today = world().product().town().clock().today();
        return world().product()
                .bean(DisputeCases.class)
                .raise(
                        new NewDispute(
                                key,
                                world().creditor(),
                                Dispute.Source.CREDITOR,
                                null,
                                null,
                                "Varen kom aldri frem.",
                                today,
                                null,
                                documents,
                                false),
                        "an agency",
                        "raised-" + key);
    }

    private Capabilities can(Instructing claim) {
        return world().product()
                .bean(AgencyProfiles.class)
                .of(claim.row().agency())
                .capabilities();
    }

    private long tasks(String key, String about) {
        return world().product()
                .count("select count(*) from task where kind = 'DO_BY_HAND' and state = 'OPEN' and claim_key = '" + key
                        + "' and " + about);
    }

    /** The objection's and those of its answer, once; a person takes them to the portal of an agency whose wire has no room. */
    @Test
    default void documentsOfAnAnsweredObjectionFollowTheClaim() {
        Journey planned = planned();
        String key = planned.key();
        Dispute dispute = raised(key, List.of(document(key, "klage.pdf")));
        DisputeCases.Answer answer = new DisputeCases.Answer(
                DisputeOutcome.CLAIM_UPHELD, null, "Levert.", List.of(document(key, "pakkseddel.pdf")));
        world().product().bean(DisputeCases.class).answer(dispute.id(), answer, "answered-" + key, "a test");
        Journey claim = begun(planned);
        ground().accepted(claim.end(), 1);
        Instructing told = new Instructing(world().product(), claim);
        boolean room = can(told).attachmentMegabytes() > 0;
        assertThat(told.orders()).hasSize(room ? 1 : 0);
        told.end();
        assertThat(told.ends()).hasSize(room ? 1 : 0).allMatch("DONE"::equals);
        assertThat(told.orders())
                .extracting(
                        each -> Instruction.parse(each.payload()).attachments().size())
                .allMatch(count -> count == 2);
        assertThat(tasks(key, "detail like '%klage.pdf, pakkseddel.pdf%'")).isEqualTo(room ? 0 : 1);
    }

    /** The debtor objects when the claim is gone and nobody knows yet whether it has come. */
    @Test
    default void anObjectionRaisedWhileTheClaimIsOnItsWayIsTold() {
        Journey claim = unsure();
        assertThat(claim.claim().state()).isEqualTo(ClaimState.PENDING);
        raised(claim.key(), List.of());
        world().recovers();
        claim.end();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.DONE);
        Instructing told = new Instructing(world().product(), claim).end();
        assertThat(told.ends()).allMatch("DONE"::equals);
        assertThat(told.orders())
                .extracting(each -> Instruction.parse(each.payload()).action())
                .allMatch(Action.DISPUTE::equals);
        assertThat(told.orders().size() + tasks(claim.key(), "subject like 'DISPUTE %'"))
                .as("told once")
                .isEqualTo(1);
        Capabilities can = can(told);
        boolean wire = can.actions().get(Action.DISPUTE).by() == Capabilities.By.WIRE && !can.byCase();
        assertThat(told.orders()).hasSizeGreaterThanOrEqualTo(wire ? 1 : 0);
    }

    /** A claim that stands in their books, and whose answer was lost. */
    private Journey unsure() {
        world().handOverMeets(Fault.next(new TreeMap<>(world().leavingInDoubtButThere()).firstKey(), 1));
        return ground().handOver().until(DeliveryState.UNKNOWN);
    }
}
