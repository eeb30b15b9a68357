package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.Test;

/** Stopped in the middle of handing over, and in the middle of booking, the product goes on where it was. */
@Proves("inbox.reenter")
class RestartTest {

    private static final int SETTLEMENTS = 12;

    @Test
    void goesOnWhereItWas() {
        try (World world = new World("restart", "kravbro.http.answer-timeout=4s").start()) {
            handOver(world);
            Accountant books = world.town().tripletex().accountant(TripletexStory.NORDLYS);
            List<Received> settlements = Claimed.untouched(world, "nordlys").stream()
                    .limit(SETTLEMENTS)
                    .map(claim -> Received.of(world, claim, claim.principalOre()))
                    .toList();
            stopWhileBooking(world, settlements);
            world.start();
            // They are read again with the next look at the last days.
            settlements.forEach(Received::enter);
            world.untilQuiet();
            for (Received settlement : settlements) {
                assertThat(books.vouchers(settlement.key())).hasSize(1);
            }
            assertThat(books.balance(Ledgers.INTERIM))
                    .isEqualTo(settlements.stream().mapToLong(Received::ore).sum());
            assertThat(world.count("select count(*) from booking where state = 'MATCHED'"))
                    .isEqualTo(SETTLEMENTS);
            nobodyIsBothered(world);
        }
    }

    private static void handOver(World world) {
        world.town()
                .faults()
                .plan(
                        "autocollect",
                        Fault.next(FaultKind.SLOW, 0).on("POST", ".*/invoices").lasting(Duration.ofMillis(400)));
        world.until("first claims sent", () -> world.count("select count(*) from transmission") > 0);
        long before = world.count("select count(*) from claim");
        world.stop();
        world.town().faults().clear("autocollect");
        world.start();
        world.untilWithoutPauses(
                "all invoices read",
                () -> world.count("select count(*) from schedule where last_result is null or last_result <> 'OK'")
                        == 0);
        world.untilQuiet();
        assertThat(world.count("select count(*) from claim")).isGreaterThanOrEqualTo(before);
        assertThat(world.count("select count(*) from claim where state <> 'ACCEPTED'"))
                .isZero();
        assertThat(world.town().autoCollect().overview())
                .containsEntry("invoices", (int) world.count("select count(*) from claim"));
        nobodyIsBothered(world);
    }

    private static void stopWhileBooking(World world, List<Received> settlements) {
        world.town()
                .faults()
                .plan(
                        "tripletex",
                        Fault.next(FaultKind.TIMEOUT_AFTER_COMMIT, 3)
                                .on("POST", "/v2/ledger/voucher")
                                .lasting(Duration.ofMillis(4_500)));
        world.town().faults().plan("tripletex", Fault.next(FaultKind.SLOW, 0).lasting(Duration.ofMillis(300)));
        settlements.forEach(Received::enter);
        world.until(
                "some are booked", () -> world.count("select count(*) from booking where voucher_id is not null") > 1);
        assertThat(world.count("select count(*) from booking where voucher_id is null"))
                .isPositive();
        world.stop();
        world.town().faults().clear("tripletex");
    }

    private static void nobodyIsBothered(World world) {
        assertThat(world.count("select count(*) from dead_letter")).isZero();
        assertThat(world.count("select count(*) from difference where state = 'OPEN'"))
                .isZero();
    }
}
