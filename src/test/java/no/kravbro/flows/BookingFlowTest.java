package no.kravbro.flows;

import static no.kravbro.sandbox.autocollect.WorkedExample.COLLECTED;
import static no.kravbro.sandbox.autocollect.WorkedExample.NOTICED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.kravbro.delivery.Schedules;
import no.kravbro.reconcile.Difference;
import no.kravbro.reconcile.Differences;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.WorkedExample;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.Effect;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The contract's worked settlement, samlebilag 48213, from two overdue invoices to the books: handed over, collected and
 * settled by the agency's own life, read over the wire, booked to the øre, matched and read back; whichever way the
 * accounting system counts a voucher, and by invoice payment where it does not count it at all.
 */
@Proves({
    "payment.prepare",
    "tripletex.write-voucher",
    "tripletex.book-voucher",
    "tripletex.book-payment",
    "tripletex.close-postings",
    "tripletex.fetch-ledger",
    "tripletex.watch-payouts"
})
class BookingFlowTest {

    private static final Logger LOG = LoggerFactory.getLogger(BookingFlowTest.class);
    private static final long NET_ORE = 12_421_22;
    private static final String PAYOUT = "worked-example-payout.txt";
    private static final Path GOLDEN = Path.of("src/test/resources/flows");

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"AT_ONCE", "AFTER_CLOSING"})
    void vouchersAreBookedAndMatched(Effect effect) throws IOException {
        try (World world = collected("VOUCHER", effect)) {
            booked(world, "worked-example-voucher.txt");
            assertThat(world.count("select count(*) from booking where state = 'MATCHED'"))
                    .isEqualTo(2);
            nothingIsOpen(world);
            Payday.comes(world, PAYOUT, NET_ORE);
        }
    }

    @Test
    void vouchersThatNeverCountOpenADifference() throws IOException {
        try (World world = collected("VOUCHER", Effect.NEVER)) {
            booked(world, "worked-example-voucher.txt");
            List<Difference> open = world.bean(Differences.class).open("nordlys");
            assertThat(open).extracting(Difference::cause).containsOnly("BOOKED_NOT_MATCHED");
            assertThat(open).extracting(Difference::claimKey).containsExactlyInAnyOrder(COLLECTED, NOTICED);
            assertThat(open).extracting(Difference::amountOre).containsExactlyInAnyOrder(10_000_00L, 2_400_00L);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Effect.class,
            names = {"AFTER_CLOSING", "NEVER"})
    void paymentsOnTheInvoiceCountAlways(Effect effect) throws IOException {
        try (World world = collected("INVOICE_PAYMENT", effect)) {
            booked(world, "worked-example-invoice-payment.txt");
            nothingIsOpen(world);
            Payday.comes(world, PAYOUT, NET_ORE);
            world.bean(Schedules.class).hint("nordlys", "CHANGES");
            world.untilWithoutPauses(
                    "vouchers of the payments are known",
                    () -> world.count("select count(*) from booking where payment_voucher like '%-2026'") == 2);
        }
    }

    private static World collected(String way, Effect effect) {
        SandboxTown town = World.town(SandboxTown.Story.WORKED_EXAMPLE, null);
        WorkedExample.script(town.autoCollect());
        town.tripletex().effect(effect);
        String creditors = "worked-example-" + way.toLowerCase().replace('_', '-') + ".yaml";
        World world = new World(
                        town,
                        "booking-" + way + "-" + effect,
                        "kravbro.creditors-file=src/test/resources/flows/" + creditors)
                .start();
        handedOver(world, 1);
        world.days(8);
        handedOver(world, 2);
        world.days(27);
        world.untilWithoutPauses("the settlements have come", () -> world.count("select count(*) from booking") == 2);
        world.untilQuiet();
        return world;
    }

    private static void handedOver(World world, int claims) {
        world.untilWithoutPauses(
                "handed over", () -> world.count("select count(*) from claim where state = 'ACCEPTED'") == claims);
    }

    private static void booked(World world, String golden) throws IOException {
        Accountant accountant = accountant(world);
        String tables = Ledgers.interim(accountant);
        LOG.info("The interim account of {}:\n{}", golden, tables);
        assertThat(tables).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
        assertThat(accountant.balance(Ledgers.INTERIM)).isEqualTo(NET_ORE);
        assertThat(accountant.balance(2710)).isEqualTo(150_00);
        assertThat(accountant.balance(8050)).isEqualTo(-(149_11 + 22_11));
        assertThat(world.count("select net_payout_ore from remittance where remittance = '48213'"))
                .isEqualTo(NET_ORE);
        assertThat(world.count("select count(*) from dead_letter")).isZero();
    }

    private static void nothingIsOpen(World world) {
        Accountant accountant = accountant(world);
        for (long number : List.of(10_023, 10_057)) {
            assertThat(accountant.outstanding(accountant.invoiceId(number)))
                    .as("invoice %s", number)
                    .isZero();
        }
        Echo.none(world);
        assertThat(world.bean(Differences.class).open("nordlys")).isEmpty();
        assertThat(world.count("select count(*) from claim where booked_principal_ore <> principal_ore"))
                .isZero();
    }

    private static Accountant accountant(World world) {
        return world.town().tripletex().accountant(TripletexStory.NORDLYS);
    }
}
