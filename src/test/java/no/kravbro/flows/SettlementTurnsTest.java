package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.deadletter.Actions;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.delivery.Schedules;
import no.kravbro.money.LineKind;
import no.kravbro.reconcile.BookingState;
import no.kravbro.reconcile.Bookings;
import no.kravbro.reconcile.Differences;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What settlements may bring beside a plain payment, at an agency that books by vouchers of ours: corrections, charges without
 * payment, accounts that demand a department, and a creditor who wants every voucher proposed.
 */
class SettlementTurnsTest {

    private static World world;
    private static Accountant nordlys;
    private static Accountant bergvik;

    @BeforeAll
    static void handOver() {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        town.tripletex().accountantsRest();
        nordlys = town.tripletex().accountant(TripletexStory.NORDLYS);
        bergvik = town.tripletex().accountant(TripletexStory.BERGVIK);
        nordlys.set("Account", nordlys.accountId(7790), "requiresDepartment", true);
        nordlys.set("Account", nordlys.accountId(7790), "requiresProject", true);
        town.tripletex().numbered(TripletexStory.NORDLYS, "Project", "P-7");
        town.tripletex().numbered(TripletexStory.NORDLYS, "Product", "300");
        world = new World(town, "settlement-turns", "kravbro.creditors-file=src/test/resources/flows/settled.yaml")
                .start();
        world.untilWithoutPauses(
                "handed over",
                () -> Claimed.untouched(world, "nordlys").size() > 8
                        && Claimed.untouched(world, "bergvik").size() > 2);
        world.untilQuiet();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Received full(String creditorId) {
        Claimed claim = Claimed.next(world, creditorId);
        return Received.of(world, claim, claim.principalOre());
    }

    private static BookingState state(Received settlement) {
        return world.bean(Bookings.class).find(settlement.key()).orElseThrow().state();
    }

    private static List<String> open(String creditorId) {
        return world.bean(Differences.class).open(creditorId).stream()
                .map(each -> each.cause() + " " + each.subject() + " " + each.amountOre())
                .toList();
    }

    private static DeadLetter letter(Received settlement) {
        return world.bean(DeadLetters.class).list(new LetterFilter(null, null, null, null, null, 0, 100)).stream()
                .filter(each -> each.subject().contains(settlement.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheAgencyCorrectsIsBookedAsTheOppositeAndOnce() {
        Received paid = full("nordlys").enter();
        world.untilQuiet();
        assertThat(state(paid)).isEqualTo(BookingState.MATCHED);
        long interim = nordlys.balance(Ledgers.INTERIM);
        long receivable = nordlys.balance(1500);

        Received back = paid.takenBack().enter();
        world.untilQuiet();
        assertThat(nordlys.balance(Ledgers.INTERIM) - interim).isEqualTo(-paid.ore());
        assertThat(nordlys.balance(1500) - receivable).isEqualTo(paid.ore());
        assertThat(nordlys.vouchers(back.key())).hasSize(1);
        assertThat(open("nordlys")).anyMatch(each -> each.startsWith("REVERSED_NOT_OPENED"));

        Received again = paid.takenBack().enter();
        assertThat(letter(again).cause().name()).isEqualTo("REVERSAL_MISMATCH");
        assertThat(letter(again).detail()).contains("is taken back by " + back.id() + " already");
        assertThat(nordlys.vouchers(again.key())).isEmpty();
    }

    @Test
    void aPartIsNoCorrectionAndWhatWasNeverBookedIsNotTakenBack() {
        Received paid = full("nordlys").enter();
        world.untilQuiet();
        Received part = Received.of(world, Claimed.of(world, paid.claimKey()), paid.ore() - 1)
                .takenBack()
                .with("reversesSettlementId", "\"" + paid.id() + "\"")
                .enter();
        assertThat(letter(part).cause().name()).isEqualTo("REVERSAL_MISMATCH");
        Received unknown = full("nordlys").takenBack().enter();
        assertThat(letter(unknown).cause().name()).isEqualTo("REVERSAL_UNKNOWN");
        world.untilQuiet();
        assertThat(nordlys.vouchers(part.key())).isEmpty();
        assertThat(nordlys.vouchers(unknown.key())).isEmpty();
    }

    /** Department 10 is made only when the refusal has asked for it. */
    @Test
    void aChargeOfAnUnsolvedCaseIsBookedWithDepartmentAndProjectAndAsked() {
        Claimed claim = Claimed.next(world, "nordlys");
        Received charge =
                Received.charge(world, claim, LineKind.AGENCY_DEDUCTION, 300_00).enter();
        world.untilWithoutPauses(
                "refused",
                () -> world.count(
                                "select count(*) from dead_letter where state = 'OPEN' and cause = 'DIMENSION_MISSING'")
                        == 1);
        DeadLetter refused = letterOf(charge.key());
        assertThat(refused.detail())
                .isEqualTo("There is no single department 10 in use: make it, or correct"
                        + " dimensions.agency-deductions.department");
        assertThat(open("nordlys")).contains("CHARGED_UNSOLVED " + charge.key() + " 30000");

        world.town().tripletex().numbered(TripletexStory.NORDLYS, "Department", "10");
        world.bean(Actions.class).retry(refused.id(), "ida");
        world.untilQuiet();
        assertThat(nordlys.balance(7790)).isEqualTo(300_00);
        assertThat(nordlys.vouchers(charge.key())).hasSize(1);

        charge.takenBack().enter();
        world.untilQuiet();
        assertThat(nordlys.balance(7790)).isZero();
        assertThat(open("nordlys")).noneMatch(each -> each.startsWith("CHARGED_UNSOLVED"));
    }

    private static DeadLetter letterOf(String key) {
        return world.bean(DeadLetters.class).list(new LetterFilter(null, null, null, null, null, 0, 100)).stream()
                .filter(each -> each.subject().contains(key))
                .findFirst()
                .orElseThrow();
    }

    /** The first week nothing is paid out and the creditor owes; the next week it is taken off, and the bank has the rest. */
    @Test
    void whatTheCreditorOwesIsCarriedToTheNextPayout() {
        long interim = nordlys.balance(Ledgers.INTERIM);
        Claimed claim = Claimed.next(world, "nordlys");
        Received owed =
                Received.charge(world, claim, LineKind.COURT_COSTS, 200_00).enter();
        world.untilQuiet();
        assertThat(nordlys.balance(Ledgers.INTERIM) - interim).isEqualTo(-200_00);
        assertThat(nordlys.balance(7309)).isEqualTo(200_00);

        Received paid = Received.of(world, claim, claim.principalOre())
                .after(-200_00, "777001")
                .enter();
        world.untilQuiet();
        long payout = paid.ore() - 200_00;
        world.town()
                .tripletex()
                .bank("310245674", world.town().clock().today(), payout, "Innbet. IHHT SAMLEBILAG 777001");
        Payday.looks(world);
        assertThat(nordlys.balance(Ledgers.INTERIM) - interim).isZero();
        assertThat(payout("777001")).isEqualTo("PAID_OUT " + payout);
        assertThat(payout(owed.payout())).isEqualTo("NOT_DUE 0");
        assertThat(open("nordlys"))
                .as("paid in full, so the costs were due")
                .noneMatch(each -> each.contains(owed.key()));
    }

    private static String payout(String number) {
        return world.sql()
                .sql("select payout_state || ' ' || arrived_ore from remittance where remittance = :number")
                .param("number", number)
                .query(String.class)
                .single();
    }

    @Test
    void aProductStandsOnThePostingsOfItsAccount() {
        Claimed claim = Claimed.next(world, "nordlys");
        Received paid = Received.of(world, claim, claim.principalOre())
                .withInterest(22_11)
                .enter();
        world.untilQuiet();
        assertThat(state(paid)).isEqualTo(BookingState.MATCHED);
        assertThat(world.town().tripletexCalls().of("POST", "/v2/ledger/voucher"))
                .filteredOn(call -> call.call().text().contains(paid.key()))
                .allSatisfy(call -> assertThat(call.call().text()).containsOnlyOnce("\"product\":{\"id\":"));
    }

    @Test
    void aCreditorWhoWantsItHasEveryVoucherProposed() {
        Received paid = full("bergvik").enter();
        world.untilQuiet();
        assertThat(state(paid)).isEqualTo(BookingState.PROPOSED);
        long voucher = voucherOf(paid);
        assertThat(bergvik.isWaiting(voucher)).isTrue();
        bergvik.post(voucher);
        looks();
        assertThat(state(paid)).isEqualTo(BookingState.MATCHED);
        assertThat(world.count("select count(*) from delivery where kind = 'ANSWER_PROPOSAL'"))
                .isZero();
    }

    @Test
    void aProposedVoucherThatAPersonDeletesIsAskedFor() {
        Received paid = full("bergvik").enter();
        world.untilQuiet();
        bergvik.delete(voucherOf(paid));
        looks();
        assertThat(state(paid)).isEqualTo(BookingState.DELETED);
        assertThat(world.sql()
                        .sql("select subject from task where kind = 'BOOK_BY_HAND' and state = 'OPEN'")
                        .query(String.class)
                        .list())
                .containsExactly(paid.key());
    }

    private static long voucherOf(Received paid) {
        List<Long> vouchers = bergvik.vouchers(paid.key());
        assertThat(vouchers).hasSize(1);
        return vouchers.get(0);
    }

    private static void looks() {
        long before = runs();
        world.bean(Schedules.class).hint("bergvik", "PROPOSALS");
        world.untilWithoutPauses("looked at the proposals", () -> runs() > before);
        world.untilQuiet();
    }

    private static long runs() {
        return world.count(
                "select coalesce(max(datediff('MILLISECOND', timestamp '2020-01-01 00:00:00', last_run_at)), 0)"
                        + " from schedule where job = 'PROPOSALS' and creditor_id = 'bergvik' and last_result = 'OK'");
    }
}
