package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.OsloDay;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.delivery.Schedules;
import no.kravbro.reconcile.BookingState;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a proposal: posted, deleted, refused, taken back; whatever happens on the wires, booked and answered once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Proves({
    "proposal.enter",
    "tripletex.propose-voucher",
    "tripletex.find-proposal",
    "tripletex.watch-proposals",
    "kk2.receive-payments",
    "kk2.receive-payment",
    "kk2.enter-payment",
    "kk2.enter-withdrawal",
    "kk2.answer-proposal",
    "kk2.receive-cases",
    "kk2.receive-case"
})
class ProposalFlowTest {

    private Proposing story;

    @BeforeAll
    void open() {
        story = new Proposing("proposals");
    }

    @AfterAll
    void close() {
        story.close();
    }

    @AfterEach
    void calm() {
        story.town.faults().clear("kk2");
        story.town.faults().clear("tripletex");
    }

    @Test
    void aPartThatIsPostedIsAnsweredOnceAndStaysOpen() {
        Journey claim = story.claim();
        String proposal = story.kk2.debtorPays(claim.key(), 40_000);
        story.receives();
        assertThat(story.state(proposal)).isEqualTo(BookingState.PROPOSED);
        story.looks();
        assertThat(story.state(proposal)).as("nobody has decided").isEqualTo(BookingState.PROPOSED);
        story.accountant.post(story.voucher(proposal));
        story.looks();
        story.looks();
        story.receives();
        assertThat(story.state(proposal)).isEqualTo(BookingState.OPEN_PART);
        assertThat(story.kk2.answer(proposal)).contains("GODTATT");
        assertThat(story.answersOnTheWire(proposal)).isEqualTo(1);
        assertThat(story.vouchers(proposal)).isEqualTo(1);
        assertThat(claim.claim().bookedPrincipalOre()).isEqualTo(40_000);
        assertThat(claim.timeline()).contains("PROPOSAL_RECEIVED " + proposal);
    }

    @Test
    void aCaseThatIsClosedThereIsClosedHere() {
        Journey claim = story.claim();
        story.kk2.debtorPays(claim.key(), story.kk2.owed(claim.key()));
        story.follows();
        assertThat(claim.claim().state()).isEqualTo(ClaimState.CLOSED);
        assertThat(claim.claim().closeReason()).isEqualTo("PAID");
        assertThat(claim.claim().caseNumber()).startsWith("K-");
    }

    @Test
    void aDeletedOneIsAnsweredWithANo() {
        Journey claim = story.claim();
        String proposal = story.kk2.debtorPays(claim.key(), 10_000);
        story.receives();
        story.accountant.delete(story.voucher(proposal));
        story.looks();
        assertThat(story.state(proposal)).isEqualTo(BookingState.DELETED);
        assertThat(story.kk2.answer(proposal)).contains("AVVIST_AV_BRUKER");
        assertThat(claim.claim().bookedPrincipalOre()).isZero();
    }

    @Test
    void anOutlayIsAnsweredWithoutMatching() {
        String proposal = story.kk2.laysOut(story.claim().key(), 130_000);
        story.receives();
        story.accountant.post(story.voucher(proposal));
        story.looks();
        assertThat(story.state(proposal)).isEqualTo(BookingState.MATCHED);
        assertThat(story.kk2.answer(proposal)).contains("GODTATT");
    }

    @Test
    void aPaymentThatBouncesIsProposedAsItsOpposite() {
        Journey claim = story.claim();
        String paid = story.kk2.debtorPays(claim.key(), 20_000);
        String back = story.kk2.reverses(paid);
        story.receives();
        story.accountant.post(story.voucher(paid));
        story.accountant.post(story.voucher(back));
        story.looks();
        assertThat(story.kk2.answer(back)).contains("GODTATT");
        assertThat(story.booking(back).intent().principalOre()).isEqualTo(-20_000);
        assertThat(claim.claim().bookedPrincipalOre()).isZero();
    }

    @Test
    void aLossIsForAPerson() {
        Journey claim = story.claim();
        String proposal = story.kk2.suggestsLoss(claim.key());
        story.receives();
        assertThat(story.vouchers(proposal)).isZero();
        assertThat(story.kk2.answer(proposal)).isNull();
        assertThat(tasks(proposal)).isEqualTo(1);
    }

    @Test
    void oneThatIsTakenBackIsNotAnsweredAndAPersonIsAsked() {
        String proposal = story.kk2.debtorPays(story.claim().key(), 15_000);
        story.receives();
        story.kk2.takesBack(proposal);
        story.receives();
        assertThat(tasks(proposal)).isEqualTo(1);
        story.accountant.delete(story.voucher(proposal));
        story.looks();
        assertThat(story.state(proposal)).isEqualTo(BookingState.DELETED);
        assertThat(story.answers(proposal)).isZero();
    }

    private long tasks(String proposal) {
        String open = "select count(*) from task where kind = 'DECIDE_PROPOSAL' and state = 'OPEN' and subject = '%s'";
        return story.world.count(open.formatted(proposal));
    }

    @Test
    void moneyThatIsBookedFromTheBankIsNotBookedAgain() {
        Journey claim = story.claim();
        long invoice = ClaimKey.parse(claim.key()).invoiceId();
        String proposal = story.kk2.debtorPays(claim.key(), claim.invoice().outstandingOre());
        story.accountant.directPayment(invoice, story.town.clock().today(), story.outstanding(claim));
        story.world.bean(Schedules.class).hint("nordlys", "SCAN");
        String open = "select outstanding_ore from invoice where invoice_id = " + invoice;
        story.world.untilWithoutPauses("payment read", () -> story.world.count(open) == 0);
        story.receives();
        assertThat(story.vouchers(proposal)).isZero();
        assertThat(story.kk2.answer(proposal)).contains("ALLEREDE_BOKFORT");
        assertThat(tasks(proposal)).isEqualTo(1);
    }

    /** Less is open because of a credit: the money has come all the same, and stands in no other voucher. */
    @Test
    void moneyOfAnInvoiceThatWasCreditedMeanwhileIsProposed() {
        Journey claim = story.claim();
        long invoice = ClaimKey.parse(claim.key()).invoiceId();
        long open = story.outstanding(claim);
        String proposal = story.kk2.debtorPays(claim.key(), open);
        story.accountant.partialCredit(invoice, story.town.clock().today(), 10_000);
        story.changed(claim, 1);
        story.receives();
        assertThat(story.state(proposal)).isEqualTo(BookingState.PROPOSED);
    }

    @Test
    void moneyThatComesAfterTheRestWasGivenUpIsProposed() {
        Journey claim = story.claim();
        long invoice = ClaimKey.parse(claim.key()).invoiceId();
        story.accountant.directPayment(invoice, story.town.clock().today(), 20_000);
        story.changed(claim, 1);
        story.accountant.writeOff(invoice, story.town.clock().today());
        story.changed(claim, 2);
        story.seenTheDayBefore(claim);
        String proposal = story.kk2.debtorPays(claim.key(), 15_000);
        story.receives();
        assertThat(story.state(proposal)).isEqualTo(BookingState.PROPOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, belop, 1, BALANSERER_IKKE, SUM_MISMATCH",
        "1, fakturanummer, 1, UKJENT_KRAV, UNKNOWN_CLAIM",
        "1, konto, 1501, UKJENT_KONTO, ACCOUNT_MISSING",
        "1, art, NY_ART, UKJENT_KONTO, ACCOUNT_MISSING"
    })
    void whatDoesNotHoldTogetherIsRefusedAndKept(int line, String field, String value, String answer, Cause cause) {
        Journey claim = story.claim();
        String proposal = story.kk2.debtorPays(claim.key(), 30_000);
        boolean text = field.equals("fakturanummer") || field.equals("art");
        story.kk2.garble(proposal, line, field, text ? value : (Object) Long.valueOf(value));
        story.receives();
        assertThat(story.vouchers(proposal)).isZero();
        assertThat(story.kk2.answer(proposal)).contains(answer);
        assertThat(claim.letter().cause()).isEqualTo(cause);
    }

    @Test
    void aClosedPeriodIsForAPersonAndAnsweredWhenThePersonGivesUp() {
        Journey claim = story.claim();
        String proposal = story.kk2.debtorPays(claim.key(), 12_000);
        YearMonth month = YearMonth.from(OsloDay.of(story.town.clock().instant()));
        story.accountant.closePeriod(month);
        story.receives();
        story.accountant.openPeriod(month);
        assertThat(claim.letter().cause()).isEqualTo(Cause.PERIOD_CLOSED);
        assertThat(story.kk2.answer(proposal)).as("the period may be opened").isNull();
        story.world.bean(Actions.class).close(claim.letter().id(), CloseReason.OTHER, "Not this year", "a test");
        story.world.untilQuiet();
        assertThat(story.kk2.answer(proposal)).contains("PERIODE_LUKKET");
        assertThat(story.state(proposal)).isEqualTo(BookingState.ABANDONED);
        // The next booking reads what was mended.
        story.world.sql().sql("delete from ledger_fact").update();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"RESET_AFTER", "ERROR_500_AFTER", "TIMEOUT_AFTER_COMMIT", "RESET_BEFORE", "ERROR_500_BEFORE"})
    void aVoucherInDoubtIsProposedOnce(FaultKind fault) {
        String proposal = story.kk2.debtorPays(story.claim().key(), 11_000);
        story.tripletexMeets(Fault.next(fault, 1).on("POST", "/v2/ledger/voucher"));
        story.receives();
        story.town.faults().clear("tripletex");
        assertThat(story.vouchers(proposal)).isEqualTo(1);
        assertThat(story.state(proposal)).isEqualTo(BookingState.PROPOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {
                "RESET_AFTER",
                "ERROR_500_AFTER",
                "TIMEOUT_AFTER_COMMIT",
                "RESET_BEFORE",
                "UNAVAILABLE_503",
                "GARBAGE"
            })
    void anAnswerInDoubtIsRepeatedUnchanged(FaultKind fault) {
        String proposal = story.kk2.laysOut(story.claim().key(), 5_000);
        story.receives();
        story.accountant.post(story.voucher(proposal));
        story.kk2Meets(Fault.next(fault, 1).on("PUT", ".*/svar"));
        story.looks();
        story.town.faults().clear("kk2");
        assertThat(story.kk2.status(proposal)).isEqualTo("GODTATT");
        assertThat(story.answersOnTheWire(proposal)).isEqualTo(2);
        assertThat(story.answers(proposal)).isEqualTo(1);
    }

    @Test
    void aCursorThatIsTooOldStartsAnewAndBooksNothingAgain() {
        String proposal = story.kk2.debtorPays(story.claim().key(), 9_000);
        story.receives();
        long letters = story.world.bean(DeadLetters.class).count(new LetterFilter(null, null, null, null, null, 0, 1));
        story.kk2.expireCursors();
        story.receives();
        story.accountant.post(story.voucher(proposal));
        story.looks();
        story.kk2.expireCursors();
        story.receives();
        assertThat(story.vouchers(proposal)).isEqualTo(1);
        assertThat(story.answersOnTheWire(proposal)).isEqualTo(1);
        assertThat(story.world.bean(DeadLetters.class).count(new LetterFilter(null, null, null, null, null, 0, 1)))
                .isEqualTo(letters);
    }

    @Test
    void manyAreLookedAtInTwoCalls() {
        String one = story.kk2.debtorPays(story.claim().key(), 8_000);
        String other = story.kk2.debtorPays(story.claim().key(), 8_100);
        story.receives();
        story.accountant.post(story.voucher(one));
        story.town.tripletexCalls().clear();
        story.looks();
        assertThat(story.town.tripletexCalls().count("GET", "/v2/ledger/voucher.*"))
                .isEqualTo(2);
        assertThat(story.state(other)).isEqualTo(BookingState.PROPOSED);
    }
}
