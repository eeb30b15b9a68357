package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import no.kravbro.agency.Action;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities;
import no.kravbro.agency.Capabilities.Permission;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.Stage;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Schedules;
import no.kravbro.flows.Instructing;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.transfer.dispute.Dispute;
import no.kravbro.transfer.dispute.NewDispute;
import no.kravbro.transfer.instruct.DisputeCases;
import no.kravbro.transfer.instruct.InstructionRefused;
import no.kravbro.transfer.instruct.Wanted;
import no.kravbro.transfer.instruct.WithdrawalPrice;
import no.kravbro.transfer.instruct.WithdrawalPrices;
import org.junit.jupiter.api.Test;

/** Whatever the creditor wants done with a case is done once, at the agency's simulated wire, or refused for a reason. */
interface InstructionContract {

    AgencyGround<? extends InstructedWorld> ground();

    /** A claim whose case the agency has opened, and whose stage is told. */
    default Instructing opened() {
        Journey claim = ground().handOver();
        ground().accepted(claim.end(), 1);
        agency().moves(claim.key(), Stage.NOTICE);
        agency().product().bean(Schedules.class).hint(agency().creditor(), Job.CASES.name());
        return new Instructing(agency().product(), claim)
                .await(
                        "case told",
                        () -> claim.claim().stage() == Stage.NOTICE
                                && !claim.claim().allowedActions().isEmpty());
    }

    private InstructedWorld agency() {
        return ground().agency;
    }

    private Instructing withPrice(Instructing claim, long ore) {
        WithdrawalPrices prices = agency().product().bean(WithdrawalPrices.class);
        prices.shown(claim.key(), new WithdrawalPrice(agency().withdrawal(), ore, 0L, null));
        return claim;
    }

    /**
     * Stage by stage, the case's own list as the agency tells it and the profile's table are of one mind. A list may hold a new due
     * date before the first letter and on the collection list; it holds either a pause or its end.
     */
    @Test
    default void everyStageAllowsWhatTheProfileSays() {
        Instructing claim = opened();
        Capabilities can = agency().product()
                .bean(AgencyProfiles.class)
                .of(claim.row().agency())
                .capabilities();
        for (Stage stage : agency().stages()) {
            agency().moves(claim.key(), stage);
            agency().product().bean(Schedules.class).hint(agency().creditor(), Job.CASES.name());
            claim.await(stage + " told", () -> claim.row().stage() == stage);
            for (Action action : EnumSet.of(Action.PAUSE, Action.MESSAGE, Action.DISPUTE, Action.WITHDRAW)) {
                assertThat(claim.permission(action) == Permission.WIRE)
                        .as(stage + " " + action + " " + claim.row().allowedActions())
                        .isEqualTo(can.permission(action, stage, List.of()) == Permission.WIRE);
            }
            if (can.permission(Action.NEW_DUE_DATE, stage, List.of()) == Permission.WIRE) {
                assertThat(claim.permission(Action.NEW_DUE_DATE))
                        .as(stage.name())
                        .isEqualTo(Permission.WIRE);
            }
        }
    }

    @Test
    default void aMessageIsHandedOn() {
        Instructing claim = opened().wants(Action.MESSAGE).end();
        assertThat(claim.ends()).containsExactly("DONE");
        assertThat(claim.timeline()).anyMatch(each -> each.startsWith("INSTRUCTED MESSAGE"));
    }

    @Test
    default void aPauseIsMadeAndEnded() {
        Instructing claim = opened().wants(Action.PAUSE).end();
        assertThat(claim.ends()).containsExactly("DONE");
        // A reading that was under way may tell for a moment what was before.
        claim.await("paused", () -> claim.row().flags().contains("PAUSED"));
        claim.await("resume allowed", () -> claim.permission(Action.RESUME).granted());
        claim.wants(Action.RESUME).end();
        assertThat(claim.ends()).containsExactly("DONE", "DONE");
        claim.await("resumed", () -> !claim.row().flags().contains("PAUSED"));
    }

    @Test
    default void aNewDueDateIsSet() {
        Instructing claim = opened().wants(Action.NEW_DUE_DATE).end();
        assertThat(claim.ends()).containsExactly("DONE");
        assertThat(claim.row().postponedTo())
                .isEqualTo(agency().product().town().clock().today().plusDays(30));
    }

    @Test
    default void anInstructionInDoubtThatCameThroughIsNotDoubled() {
        Instructing claim = opened();
        agency().instructionMeets(Fault.next(FaultKind.RESET_AFTER, 1));
        claim.wants(Action.PAUSE).end();
        assertThat(claim.ends()).containsExactly("DONE");
        assertThat(claim.attempts()).startsWith("SEND UNKNOWN").endsWith("INQUIRE ACCEPTED");
    }

    @Test
    default void anInstructionInDoubtThatDidNotComeThroughIsCarriedOutOnce() {
        Instructing claim = opened();
        agency().instructionMeets(Fault.next(FaultKind.RESET_BEFORE, 1));
        claim.wants(Action.MESSAGE).end();
        assertThat(claim.ends()).containsExactly("DONE");
    }

    @Test
    default void anInstructionThatIsNotSentWaits() {
        Instructing claim = opened();
        agency().instructionMeets(Fault.next(agency().busy(), 1));
        claim.wants(Action.MESSAGE).end();
        assertThat(claim.ends()).containsExactly("DONE");
        assertThat(claim.attempts()).startsWith("SEND NOT_SENT");
    }

    /** What they refuse although it looked allowed is for a person; nothing waits behind it unseen. */
    @Test
    default void anInstructionThatTheyRefuseIsForAPerson() {
        Instructing claim = opened();
        agency().instructionMeets(Fault.next(FaultKind.UNPROCESSABLE_422, 1));
        claim.wants(Action.PAUSE).end();
        assertThat(claim.ends()).singleElement().asString().startsWith("DEAD");
        assertThatThrownBy(() -> claim.wants(Action.RESUME)).isInstanceOf(InstructionRefused.class);
    }

    /** The same order once more is the same delivery; and what is not allowed now never goes out. */
    @Test
    default void anOrderIsOneOrderAndWhatIsNotAllowedIsRefused() {
        Instructing claim = opened();
        Wanted wanted = claim.wanted(Action.MESSAGE);
        claim.rules().order(claim.row(), wanted, "ins-twice");
        claim.rules().order(claim.row(), wanted, "ins-twice");
        assertThat(claim.orders()).hasSize(1);
        assertThatThrownBy(() -> claim.wants(Action.RESUME)).isInstanceOf(InstructionRefused.class);
        claim.end();
        assertThat(claim.orders()).extracting(Delivery::attempts).containsExactly(1);
    }

    @Test
    default void aWithdrawalAtTheConfirmedPriceEndsTheCaseOnBothSides() {
        Instructing claim = withPrice(opened(), 0).wants(Action.WITHDRAW);
        assertThat(claim.row().state()).isEqualTo(ClaimState.ACCEPTED);
        claim.end();
        assertThat(claim.ends()).containsExactly("DONE");
        assertThat(claim.row().state()).isEqualTo(ClaimState.CLOSED);
        assertThat(claim.row().closeReason()).isEqualTo("WITHDRAWN");
        assertThat(agency().standing(claim.key()).ended()).isIn("WITHDRAWN", "TRUKKET");
        assertThatThrownBy(() -> claim.wants(Action.MESSAGE)).isInstanceOf(InstructionRefused.class);
    }

    @Test
    default void aWithdrawalNeedsThePriceThatWasShown() {
        Instructing claim = opened();
        assertThatThrownBy(() -> claim.wants(Action.WITHDRAW))
                .isInstanceOfSatisfying(
                        InstructionRefused.class, no -> assertThat(no.reason()).isEqualTo("PRICE_NOT_SHOWN"));
        withPrice(claim, 300_00);
        assertThatThrownBy(() -> claim.wants(Action.WITHDRAW))
                .isInstanceOfSatisfying(
                        InstructionRefused.class, no -> assertThat(no.reason()).isEqualTo("PRICE_CHANGED"));
        assertThat(claim.orders()).isEmpty();
    }

    /** Over the API, from the agency where it can be asked; and only what was shown can be confirmed. */
    @Test
    default void thePriceIsShownFirst() throws IOException, InterruptedException {
        Instructing claim = opened();
        HttpResponse<String> shown = HttpClient.newHttpClient()
                .send(
                        agency().product()
                                .api("/claims/" + claim.key() + "/withdrawal")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body())
                .contains("\"basis\":\"" + agency().withdrawal() + "\"")
                .contains("\"priceOre\":0,");
        claim.wants(Action.WITHDRAW).end();
        assertThat(claim.ends()).containsExactly("DONE");
    }

    @Test
    default void aDisputeStopsTheRunThereUntilItIsAnswered() {
        Instructing claim = opened().wants(Action.DISPUTE).end();
        assertThat(claim.ends()).containsExactly("DONE");
        assertThat(claim.row().flags()).contains("DISPUTED");
        assertThat(claim.permission(Action.NEW_DUE_DATE).granted()).isFalse();
        claim.await(
                "answer allowed", () -> claim.permission(Action.ANSWER_DISPUTE).granted());
        claim.wants(Action.ANSWER_DISPUTE).end();
        assertThat(claim.ends()).containsExactly("DONE", "DONE");
        claim.await("free again", () -> !claim.row().flags().contains("DISPUTED"));
    }

    /** An answer that would refer to nothing the agency knows is a person's, where its wire takes no such answer. */
    @Test
    default void anObjectionThatTheCreditorItselfHasHeardOfIsAnswered() {
        Instructing claim = opened();
        DisputeCases disputes = agency().product().bean(DisputeCases.class);
        LocalDate today = agency().product().town().clock().today();
        NewDispute heard = new NewDispute(
                claim.key(),
                claim.row().creditorId(),
                Dispute.Source.CREDITOR,
                null,
                null,
                "Ikke levert.",
                today,
                null,
                List.of(),
                false);
        Dispute dispute = disputes.raise(heard, claim.row().agency(), "heard-" + claim.key());
        claim.end().await("answer allowed", () -> claim.permission(Action.ANSWER_DISPUTE)
                .granted());
        AgencyProfiles profiles = agency().product().bean(AgencyProfiles.class);
        boolean byHand = profiles.of(claim.row().agency())
                .capabilities()
                .actions()
                .get(Action.ANSWER_DISPUTE)
                .toReference();
        assertThat(claim.permission(Action.ANSWER_DISPUTE))
                .as("what is shown is what will be done")
                .isEqualTo(byHand ? Permission.PERSON : Permission.WIRE);
        disputes.answer(
                dispute.id(),
                new DisputeCases.Answer(DisputeOutcome.CLAIM_UPHELD, null, "Pakkseddelen er signert.", List.of()),
                "answered-" + claim.key(),
                "kari");
        claim.end();
        assertThat(claim.ends()).containsOnly("DONE").hasSize(byHand ? 1 : 2);
        assertThat(agency().product()
                        .count("select count(*) from task where kind = 'DO_BY_HAND' and claim_key = '" + claim.key()
                                + "' and subject like 'ANSWER_DISPUTE %'"))
                .isEqualTo(byHand ? 1 : 0);
    }
}
