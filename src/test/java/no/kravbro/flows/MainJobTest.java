package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.routes.Proves;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.Test;

/** An overdue invoice reaches the agency, and what the agency collects is booked. */
@Proves({
    "delivery.dispatch",
    "delivery.<target>",
    "schedule.tick-N",
    "schedule.run",
    "tripletex.fetch-invoices",
    "claim.submit",
    "autocollect.submit-claim",
    "autocollect.receive-settlements",
    "autocollect.receive-settlement",
    "autocollect.enter-settlement",
    "autocollect.receive-cases",
    "autocollect.receive-case",
    "settlement.enter",
    "case.timeline",
    "payment.book"
})
class MainJobTest {

    @Test
    void anOverdueInvoiceIsHandedOverAndItsMoneyIsBooked() {
        try (World world = new World(World.town(SandboxTown.Story.SHOWN, null).banksOpen(), "main-job").start()) {
            world.untilWithoutPauses(
                    "claims made",
                    () -> world.count("select count(*) from claim") > 30
                            && world.count("select count(*) from schedule where last_run_at is null") == 0);
            world.untilQuiet();
            assertThat(world.count("select count(*) from claim where state = 'PENDING'"))
                    .isZero();
            for (int day = 0; day < 30; day++) {
                world.days(1);
                world.untilJobsAreDone();
            }
            world.untilWithoutPauses(
                    "money booked", () -> world.count("select count(*) from booking where state = 'MATCHED'") > 0);
            world.untilQuiet();
            assertThat(world.count("select count(*) from dead_letter")).isZero();
            assertThat(world.count("select count(*) from difference where state = 'OPEN'"))
                    .isZero();
            long net = world.count("select sum(net_ore) from booking");
            long booked = interim(world, TripletexStory.NORDLYS) + interim(world, TripletexStory.BERGVIK);
            assertThat(booked).isEqualTo(net);
        }
    }

    /** What our own vouchers have put on the interim account; the bank's take it off again. */
    private static long interim(World world, long company) {
        Accountant accountant = world.town().tripletex().accountant(company);
        return accountant.vouchersOn(Ledgers.INTERIM).stream()
                .filter(voucher -> accountant.key(voucher) != null)
                .flatMap(voucher -> accountant.entries(voucher).stream())
                .filter(entry -> entry.account() == Ledgers.INTERIM)
                .mapToLong(Accountant.Entry::ore)
                .sum();
    }
}
