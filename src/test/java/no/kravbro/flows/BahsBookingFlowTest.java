package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import no.kravbro.reconcile.Differences;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.bahs.BahsSandbox;
import no.kravbro.sandbox.bahs.WorkedExample;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contract's worked settlement, avr-2026-05, from three overdue invoices to the books: handed over, collected, withdrawn late
 * and settled by the agency's own life, read over the wire and booked to the øre; once, whichever comes first, the payments or
 * the settlement that names them.
 */
@Proves({
    "bahs.receive-payments",
    "bahs.receive-payment",
    "bahs.enter-payment",
    "bahs.receive-settlements",
    "bahs.receive-settlement",
    "bahs.enter-settlement",
    "bahs.receive-cases",
    "bahs.receive-case",
    "statement.enter"
})
class BahsBookingFlowTest {

    private static final Logger LOG = LoggerFactory.getLogger(BahsBookingFlowTest.class);
    private static final long NET_ORE = 12_046_22;
    private static final Path GOLDEN = Path.of("src/test/resources/flows/worked-example-bahs.txt");

    private enum First {
        PAYMENTS,
        SETTLEMENT
    }

    @ParameterizedTest
    @EnumSource(First.class)
    void the_worked_example_is_booked_once(First first) throws IOException {
        SandboxTown town = World.town(SandboxTown.Story.WORKED_EXAMPLE, null);
        BahsNeighbour bahs = town.neighbour(BahsNeighbour.class);
        WorkedExample.script(bahs.sandbox());
        if (first == First.SETTLEMENT) {
            town.faults().plan(BahsSandbox.NAME, noPayments());
        }
        try (World world = new World(
                        town,
                        "booking-bahs-" + first,
                        "kravbro.creditors-file=src/test/resources/flows/worked-example-bahs.yaml")
                .start()) {
            handedOver(world, 2);
            world.days(8);
            handedOver(world, 3);
            world.days(22);
            WorkedExample.withdraw(bahs);
            world.days(5);
            world.untilWithoutPauses("settled", () -> world.count("select count(*) from remittance") == 1);
            world.untilQuiet();
            town.faults().clear(BahsSandbox.NAME);
            readAgain(world);
            world.untilQuiet();
            booked(world);
            Payday.comes(world, "worked-example-bahs-payout.txt", NET_ORE);
        }
    }

    private static Fault noPayments() {
        return Fault.next(FaultKind.ERROR_500_BEFORE, 0).on("POST", ".*/HentInnbetalinger");
    }

    private static void handedOver(World world, int claims) {
        world.untilWithoutPauses(
                "handed over",
                () -> world.count("select count(*) from claim where state in ('ACCEPTED', 'CLOSED')") == claims);
    }

    /** Payments and settlements once more, all of them. */
    private static void readAgain(World world) {
        world.sql()
                .sql(
                        "update schedule set due_at = :now, not_before = null, last_run_at = null, cursor_at = null where job in ('PAYMENTS', 'SETTLEMENTS')")
                .param("now", world.town().clock().instant().atOffset(ZoneOffset.UTC))
                .update();
        world.untilWithoutPauses(
                "read again",
                () -> world.count(
                                "select count(*) from schedule where job in ('PAYMENTS', 'SETTLEMENTS') and last_run_at is null")
                        == 0);
    }

    private static void booked(World world) throws IOException {
        Accountant accountant = world.town().tripletex().accountant(TripletexStory.NORDLYS);
        String tables = Ledgers.interim(accountant);
        LOG.info("The interim account:\n{}", tables);
        assertThat(tables).isEqualTo(Files.readString(GOLDEN));
        assertThat(accountant.balance(Ledgers.INTERIM)).isEqualTo(NET_ORE);
        assertThat(accountant.balance(2710)).isEqualTo(150_00 + 75_00);
        assertThat(accountant.balance(7309)).isEqualTo(300_00);
        assertThat(accountant.balance(8050)).isEqualTo(-(149_11 + 22_11));
        assertThat(world.count("select count(*) from booking")).isEqualTo(3);
        Echo.none(world);
        assertThat(world.count("select net_payout_ore from remittance where remittance = 'avr-2026-05'"))
                .isEqualTo(NET_ORE);
        assertThat(world.count("select count(*) from dead_letter")).isZero();
        assertThat(world.bean(Differences.class).open("nordlys")).isEmpty();
        for (long number : List.of(10_023, 10_057)) {
            assertThat(accountant.outstanding(accountant.invoiceId(number)))
                    .as("invoice %s", number)
                    .isZero();
        }
    }
}
