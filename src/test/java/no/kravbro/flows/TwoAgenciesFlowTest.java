package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.agency.Action;
import no.kravbro.claim.ClaimState;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Left;
import no.kravbro.creditor.Leftovers;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Tasks;
import no.kravbro.money.Settlement;
import no.kravbro.money.SettlementLine;
import no.kravbro.reconcile.Differences;
import no.kravbro.reconcile.SettlementEntry;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.Behaviour;
import no.kravbro.sandbox.autocollect.Plan;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.bahs.BahsSandbox;
import no.kravbro.sandbox.bahs.Habit;
import no.kravbro.sandbox.bahs.Script;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import no.kravbro.transfer.handover.Chosen;
import no.kravbro.transfer.handover.HandOver;
import no.kravbro.transfer.handover.Line;
import no.kravbro.transfer.instruct.Instructions;
import no.kravbro.transfer.instruct.Wanted;
import no.kravbro.transfer.instruct.WithdrawalPrices;
import org.junit.jupiter.api.Test;

/**
 * One creditor at two agencies at once, from overdue invoices to the books: each claim at the one that the rules choose, what
 * is new at the successor from its day on, money of both booked in the way of each, both compared, and the agency that is
 * replaced leaves the creditors file when it has ended all it had. One claim is given back, moved, and paid to its first agency
 * too late.
 */
class TwoAgenciesFlowTest {

    private static final String BOTH = "kravbro.creditors-file=src/test/resources/flows/two-agencies.yaml";
    private static final String SUCCESSOR = "kravbro.creditors-file=src/test/resources/flows/worked-example-bahs.yaml";
    /** Given back by the first agency, and moved to its successor. */
    private static final String MOVED = "310245674-2147524175";

    private static final long LATE_ORE = 1_000_00;
    private static final String NAME = "two-agencies";

    @Test
    void eachClaimHasOneAgencyAndTheReplacedOneDrains() {
        SandboxTown town = town();
        World world = new World(town, NAME, BOTH).start();
        try {
            handedOver(world, 3);
            world.days(1);
            givenBack(world);
            world.days(7);
            handedOver(world, 4);
            moved(world);
            routed(world);
            Left left = left(world);
            assertThat(left.claims()).isOne();
            assertThat(left.openOre()).isEqualTo(10_000_00);
            world.days(32);
            paidOut(world);
            assertThat(lines(
                            world,
                            "b.agency || ' ' || b.way || ' ' || b.state",
                            "join booking b on b.claim_key = c.claim_key"))
                    .containsExactly("10023 autocollect VOUCHER MATCHED", "10057 bahs INVOICE_PAYMENT MATCHED");
            compared(world);
            paidLate(world);
            ended(world);
            world.stop();
            world = new World(town, NAME, SUCCESSOR).start();
            world.days(1);
            world.untilQuiet();
            assertThat(lines(world, "agency", ""))
                    .containsExactly("10023 autocollect", "10025 bahs", "10031 bahs", "10057 bahs");
            assertThat(world.count("select count(*) from dead_letter")).isZero();
        } finally {
            world.close();
        }
    }

    /** What is being read just now counts as left. */
    private static void ended(World world) {
        world.untilWithoutPauses("nothing left", () -> left(world).none());
    }

    private static SandboxTown town() {
        SandboxTown town = World.town(SandboxTown.Story.WORKED_EXAMPLE, null);
        no.kravbro.sandbox.autocollect.WorkedExample.script(town.autoCollect());
        BahsSandbox bahs = town.neighbour(BahsNeighbour.class).sandbox();
        no.kravbro.sandbox.bahs.WorkedExample.script(bahs);
        town.autoCollect().script(MOVED, Plan.of(Behaviour.STAYS_SILENT, 0));
        bahs.script(MOVED, Script.of(Habit.STAYS_SILENT, 0));
        return town;
    }

    private static void routed(World world) {
        assertThat(lines(world, "agency", ""))
                .containsExactly("10023 autocollect", "10025 bahs", "10031 bahs", "10057 bahs");
        assertThat(lines(world, "t.reference", "join timeline t on t.claim_key = c.claim_key and t.what = 'ROUTED'"))
                .containsExactly(
                        "10023 autocollect, rule 2",
                        "10025 autocollect, rule 1",
                        "10025 bahs, rule 1, instead of autocollect",
                        "10031 bahs, rule 3",
                        "10057 bahs, rule 1, instead of autocollect");
    }

    private static void handedOver(World world, int claims) {
        world.untilWithoutPauses(
                "handed over",
                () -> world.count("select count(*) from claim where state in ('ACCEPTED', 'CLOSED')") == claims);
    }

    /** The creditor withdraws it while that is free. */
    private static void givenBack(World world) {
        world.untilWithoutPauses(
                "told of",
                () -> world.count(
                                "select count(*) from claim where agency_principal_ore > 0 and invoice_number = '10025'")
                        == 1);
        WithdrawalPrices prices = world.bean(WithdrawalPrices.class);
        prices.shown(MOVED, prices.byRule(claim(world)));
        world.bean(Instructions.class)
                .order(
                        claim(world),
                        new Wanted(Action.WITHDRAW, "Flyttes.", null, null, null, null, 0L, List.of()),
                        "ins-moved");
        world.untilQuiet();
    }

    /** A person hands over what was given back: to the successor, as a new submission of the same claim. */
    private static void moved(World world) {
        world.untilWithoutPauses(
                "given back", () -> "WITHDRAWN".equals(claim(world).closeReason()));
        HandOver handOver = world.bean(HandOver.class);
        Creditor creditor = world.bean(Creditors.class).byId("nordlys");
        Line line = handOver.look(creditor, List.of("10025"), null).get(0);
        handOver.handOver(creditor, List.of(new Chosen(line.invoiceId(), null, line.content())), "kari");
        world.untilWithoutPauses(
                "moved",
                () -> claim(world).state() == ClaimState.ACCEPTED
                        && claim(world).agency().equals("bahs"));
    }

    /** The one that had it settles what the debtor has paid it: booked as its money, and told to the one that has it now. */
    private static void paidLate(World world) {
        LocalDate today = world.town().clock().today();
        world.bean(SettlementEntry.class)
                .enter(
                        world.bean(Creditors.class).at("nordlys", "autocollect"),
                        settlement(today),
                        "autocollect.settlement",
                        "late");
        world.untilQuiet();
        assertThat(world.bean(Tasks.class).holds(MOVED)).isTrue();
        assertThat(lines(
                        world,
                        "t.agency || ' ' || t.subject",
                        "join task t on t.claim_key = c.claim_key and t.kind = 'DO_BY_HAND'"))
                .containsExactly("10025 bahs REPORT_PAYMENT " + MOVED + " late");
    }

    private static Settlement settlement(LocalDate day) {
        SettlementLine principal = new SettlementLine("PRINCIPAL", LATE_ORE, LATE_ORE, 0, 0, 0, null);
        List<SettlementLine> lines = List.of(principal);
        return new Settlement(
                "late", MOVED, "c", "10025", day, day, "NOK", LATE_ORE, 0, LATE_ORE, null, lines, null, null);
    }

    private static ClaimRow claim(World world) {
        return world.bean(Claims.class).find(MOVED).orElseThrow();
    }

    /** Of each claim, by invoice number. */
    private static List<String> lines(World world, String column, String join) {
        return world.sql()
                .sql("select distinct c.invoice_number || ' ' || " + column + " from claim c " + join + " order by 1")
                .query(String.class)
                .list();
    }

    private static Left left(World world) {
        return new Leftovers(world.sql()).of("nordlys", "autocollect");
    }

    /** Both agencies have settled, the bank has paid, and nothing stays on the interim account. */
    private static void paidOut(World world) {
        world.untilWithoutPauses(
                "settled",
                () -> world.count("select count(distinct agency) from remittance where net_payout_ore > 0") == 2);
        world.untilQuiet();
        world.town().banksOpen().control().tick();
        Payday.looks(world);
        world.untilWithoutPauses(
                "paid out",
                () -> world.count(
                                "select count(*) from remittance where net_payout_ore > 0 and payout_state <> 'PAID_OUT'")
                        == 0);
        Accountant accountant = world.town().tripletex().accountant(TripletexStory.NORDLYS);
        assertThat(accountant.balance(Ledgers.INTERIM)).isZero();
    }

    /** Each agency is held against the claims that it has, and against no other. */
    private static void compared(World world) {
        world.days(1);
        world.untilWithoutPauses("closed", () -> world.count("select count(*) from claim where state = 'CLOSED'") == 2);
        world.days(1);
        world.untilWithoutPauses("compared", () -> left(world).settling() == 0);
        world.untilQuiet();
        assertThat(world.sql()
                        .sql("select distinct agency || ' ' || claims from agreement where claims > 0 order by 1")
                        .query(String.class)
                        .list())
                .contains("autocollect 1", "bahs 1", "bahs 3")
                .doesNotContain("autocollect 3", "bahs 4");
        assertThat(world.count("select coalesce(sum(unexplained_ore), 0) from agreement"))
                .isZero();
        world.untilWithoutPauses(
                "no difference stays open",
                () -> world.bean(Differences.class).open("nordlys").isEmpty());
    }
}
