package no.kravbro.transfer.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.Stage;
import no.kravbro.claim.decision.KeptBack;
import no.kravbro.claim.decision.KeptBack.Kind;
import no.kravbro.claim.decision.Reason;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.Transfer;
import no.kravbro.creditor.Wishes;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Delivery;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.transfer.choose.Exclusion;
import no.kravbro.transfer.handover.Handed.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person has not chosen does not go, and what a person has chosen goes only as it was shown and only while it is right. */
abstract class HandOverContract extends DatabaseTest {

    private static final Creditor APPROVING = creditor(Transfer.APPROVE, null);
    private static final Creditor AUTOMATIC = creditor(Transfer.AUTOMATIC, null);
    private static final Invoice ORDINARY = AnInvoice.ordinary().build(1);
    private static final Invoice SMALLER = AnInvoice.ordinary().open(400_000).build(1);
    private static final String KEY = "310245674-1";
    private static final LocalDate LATER = LocalDate.of(2026, 2, 1);

    private ChoosingRoom at;

    HandOverContract(TestDatabases kind) {
        super(kind);
    }

    private static Creditor creditor(Transfer transfer, String takeover) {
        return SampleCreditors.nordlys("autocollect", transfer, new Wishes(takeover));
    }

    @BeforeEach
    void wire() {
        at = new ChoosingRoom(database, clock);
    }

    private Line shown(Creditor creditor) {
        return at.handOver.look(creditor, List.of("10023"), null).get(0);
    }

    private Handed hand(Creditor creditor, Line line) {
        return at.handOver
                .handOver(creditor, List.of(new Chosen(line.invoiceId(), null, line.content())), "kari")
                .get(0);
    }

    private void approved() {
        at.screening.page(APPROVING, List.of(ORDINARY));
        assertThat(hand(APPROVING, shown(APPROVING)).refusal()).isNull();
    }

    private Optional<ClaimRow> claim() {
        return at.room.claims().find(KEY);
    }

    private List<Line> drafts() {
        return at.handOver.drafts(APPROVING, 0, 10).lines();
    }

    /** What may befall an invoice between two looks. The invoice as it is read then, null = unchanged. */
    enum Harm {
        PAID((room, who) -> AnInvoice.ordinary().open(0).build(1)),
        CREDITED((room, who) -> AnInvoice.ordinary().credited().build(1)),
        DISPUTED((room, who) -> {
            room.dispute(KEY);
            return ORDINARY;
        }),
        KEPT_BACK_INVOICE((room, who) -> {
            room.exclusions.keep("nordlys", new KeptBack(Kind.INVOICE, "10023", null, "agreed"), who);
            return ORDINARY;
        }),
        KEPT_BACK_CUSTOMER((room, who) -> {
            room.exclusions.keep("nordlys", new KeptBack(Kind.CUSTOMER, "20011", LATER, "agreed"), who);
            return ORDINARY;
        });

        private final BiFunction<ChoosingRoom, String, Invoice> befalls;

        Harm(BiFunction<ChoosingRoom, String, Invoice> befalls) {
            this.befalls = befalls;
        }
    }

    @Test
    void aDraftGoesOnceAndOnlyWhenApproved() {
        assertThat(at.screening.page(APPROVING, List.of(ORDINARY)).created()).isZero();
        assertThat(at.sent(APPROVING, ORDINARY)).isZero();
        Line draft = drafts().get(0);
        assertThat(draft.openOre()).isEqualTo(1_000_000);
        assertThat(draft.takeover()).isEqualTo("NOTICE");
        assertThat(hand(APPROVING, draft).claimKey()).isEqualTo(KEY);
        assertThat(hand(APPROVING, draft).refusal()).as("once more").isNull();
        assertThat(drafts()).isEmpty();
        assertThat(at.room.deliveries().ofClaim(KEY)).hasSize(1);
        assertThat(at.sent(APPROVING, ORDINARY)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void whatHasHarmIsNoDraftAndIsRefusedByName(Harm harm) {
        at.screening.page(APPROVING, List.of(ORDINARY));
        Line before = drafts().get(0);
        Invoice now = harm.befalls.apply(at, "kari");
        if (now != ORDINARY) {
            at.screening.page(APPROVING, List.of(now));
        }
        assertThat(drafts()).isEmpty();
        Handed handed = hand(APPROVING, before);
        assertThat(handed.refusal()).isEqualTo(Refusal.DECIDED);
        assertThat(handed.reasons())
                .extracting(Reason::code)
                .extracting(Enum::name)
                .contains(harm.name());
        assertThat(claim()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void whatHasHarmSinceItsApprovalIsStoppedRightBeforeItIsSent(Harm harm) {
        approved();
        Invoice now = harm.befalls.apply(at, "kari");
        assertThat(at.sent(APPROVING, now)).isZero();
        assertThat(claim().orElseThrow().state()).isEqualTo(ClaimState.STOPPED);
        assertThat(at.sent(APPROVING, now)).isZero();
        at.screening.page(APPROVING, List.of(now));
        assertThat(drafts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Harm.class)
    void theSameHoldsForWhatGoesByItself(Harm harm) {
        at.screening.page(AUTOMATIC, List.of(ORDINARY));
        Invoice now = harm.befalls.apply(at, "kari");
        assertThat(at.sent(AUTOMATIC, now)).isZero();
        assertThat(at.screening.page(AUTOMATIC, List.of(now)).created()).isZero();
        assertThat(at.sent(AUTOMATIC, now)).isZero();
    }

    @Test
    void whatChangedSinceItWasShownIsRefused() {
        at.screening.page(APPROVING, List.of(ORDINARY));
        Line before = drafts().get(0);
        at.screening.page(APPROVING, List.of(SMALLER));
        assertThat(hand(APPROVING, before).refusal()).isEqualTo(Refusal.CHANGED);
        assertThat(claim()).isEmpty();
        assertThat(hand(APPROVING, drafts().get(0)).refusal()).isNull();
    }

    @Test
    void whatChangedSinceItWasApprovedIsADraftAgain() {
        approved();
        assertThat(at.sent(APPROVING, SMALLER)).isZero();
        assertThat(at.screening.page(APPROVING, List.of(SMALLER)).created()).isZero();
        assertThat(at.sent(APPROVING, SMALLER)).isZero();
        assertThat(drafts()).extracting(Line::openOre).containsExactly(400_000L);
        assertThat(hand(APPROVING, drafts().get(0)).refusal()).isNull();
        assertThat(at.sent(APPROVING, SMALLER)).isEqualTo(1);
        assertThat(claim().orElseThrow().submission()).isEqualTo(2);
    }

    @Test
    void whatWasUnderWayWhenTheCreditorBeganToApproveIsADraft() {
        at.screening.page(AUTOMATIC, List.of(ORDINARY));
        assertThat(at.sent(APPROVING, ORDINARY)).isZero();
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void chosenInvoicesGoAtAnyTimeWithTheStepThatWasChosen() {
        at.screening.page(creditor(Transfer.DRY_RUN, null), List.of(ORDINARY));
        Line line = at.handOver.look(AUTOMATIC, List.of("10023"), "REMINDER").get(0);
        Chosen chosen = new Chosen(1, "REMINDER", line.content());
        assertThat(at.handOver
                        .handOver(AUTOMATIC, List.of(chosen), "kari")
                        .get(0)
                        .refusal())
                .isNull();
        assertThat(payload(1)).contains("\"takeover\":\"REMINDER\"");
        assertThat(at.sent(AUTOMATIC, SMALLER)).isZero();
        assertThat(payload(2)).as("written down anew").contains("\"takeover\":\"REMINDER\"");
    }

    private String payload(int submission) {
        return at.room.deliveries().ofClaim(KEY).stream()
                .filter(each -> each.submission() == submission)
                .map(Delivery::payload)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void refusalsAreClear() {
        assertThat(at.handOver
                        .handOver(AUTOMATIC, List.of(new Chosen(7, null, "x")), "kari")
                        .get(0)
                        .refusal())
                .isEqualTo(Refusal.NOT_READ);
        at.screening.page(APPROVING, List.of(ORDINARY));
        Line line = shown(APPROVING);
        assertThat(hand(creditor(Transfer.DRY_RUN, null), line).refusal()).isEqualTo(Refusal.DRY_RUN);
        Chosen legal = new Chosen(1, "LEGAL", line.content());
        assertThat(at.handOver
                        .handOver(APPROVING, List.of(legal), "kari")
                        .get(0)
                        .refusal())
                .isEqualTo(Refusal.TAKEOVER);
        Creditor choiceless = SampleCreditors.nordlys("kk2", Transfer.APPROVE, new Wishes("COLLECTION"));
        assertThat(at.screening.takeover(choiceless)).isEqualTo("NOTICE");
        assertThat(at.screening.takeover(creditor(Transfer.APPROVE, "COLLECTION")))
                .isEqualTo("COLLECTION");
    }

    @Test
    void whatAnAgencyHasGoesToNoneAgainUntilItGaveItBack() {
        approved();
        assertThat(hand(
                                AUTOMATIC,
                                at.handOver
                                        .look(AUTOMATIC, List.of("10023"), "REMINDER")
                                        .get(0))
                        .reasons())
                .extracting(Reason::code)
                .extracting(Enum::name)
                .containsExactly("ALREADY_TRANSFERRED");
        closed("PAID");
        assertThat(shown(APPROVING).isReady()).isFalse();
        closed("WITHDRAWN");
        assertThat(drafts()).as("only when chosen").isEmpty();
        assertThat(hand(APPROVING, shown(APPROVING)).refusal()).isNull();
        assertThat(claim().orElseThrow().submission()).isEqualTo(2);
    }

    private void closed(String reason) {
        database.client()
                .sql("update claim set state = 'CLOSED', stage = :stage, close_reason = :reason")
                .param("stage", Stage.CLOSED.name())
                .param("reason", reason)
                .update();
    }

    @Test
    void whatWasSaidLastOfAnInvoiceHoldsUntilItsDayOrUntilItIsLifted() {
        KeptBack first = new KeptBack(Kind.INVOICE, "10023", null, "first");
        at.exclusions.keep("nordlys", first, "kari");
        Exclusion second = at.exclusions.keep("nordlys", new KeptBack(Kind.INVOICE, "10023", LATER, "second"), "ola");
        assertThat(at.exclusions.of("nordlys")).extracting(Exclusion::reason).containsExactly("second");
        assertThat(at.exclusions.holding("nordlys", LATER.minusDays(1))).hasSize(1);
        assertThat(at.exclusions.holding("nordlys", LATER)).isEmpty();
        assertThat(at.exclusions.holding("fjell", LATER.minusDays(1))).isEmpty();
        assertThat(at.exclusions.lift(second.id(), "kari", "paid a part")).isTrue();
        assertThat(at.exclusions.lift(second.id(), "kari", "again")).isFalse();
        assertThat(at.exclusions.find(second.id()).orElseThrow().liftedWhy()).isEqualTo("paid a part");
        clock.advance(Duration.ofDays(1));
        at.exclusions.keep("nordlys", first, "kari");
        assertThat(at.exclusions.of("nordlys")).hasSize(1);
    }
}
