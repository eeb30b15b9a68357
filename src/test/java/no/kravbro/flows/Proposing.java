package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.Sql;
import no.kravbro.money.VoucherKey;
import no.kravbro.reconcile.Booking;
import no.kravbro.reconcile.BookingState;
import no.kravbro.reconcile.Bookings;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.kk2.Kk2Sandbox;
import no.kravbro.sandbox.kk2.Plan;
import no.kravbro.sandbox.kk2.Plan.Behaviour;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** A product beside a simulated KK2, for stories of proposals: nobody decides a voucher unless a test says so. */
final class Proposing implements AutoCloseable {

    private static final String CREDITOR = "nordlys";
    private static final int INVOICES = 60;
    private static final int CLAIMS = 30;
    private static final long LEAST_ORE = 100_000;

    final SandboxTown town;
    final World world;
    final Kk2Sandbox kk2;
    final Accountant accountant;
    private final Deque<Journey> claims;

    Proposing(String name) {
        town = World.town(SandboxTown.Story.SHOWN, null);
        town.tripletex().accountantsRest();
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, INVOICES);
        kk2 = town.neighbour(Kk2Neighbour.class).sandbox();
        accountant = town.tripletex().accountant(TripletexStory.NORDLYS);
        world = World.afterReading(
                Path.of("src/test/resources/flows/kk2-dry-run.yaml"),
                town,
                name,
                "kravbro.creditors-file=src/test/resources/flows/kk2.yaml",
                "kravbro.delivery.poll=50ms",
                "kravbro.http.answer-timeout=5s");
        claims = handOver();
    }

    private Deque<Journey> handOver() {
        List<Invoice> invoices = Journey.free(world, CREDITOR, 2 * CLAIMS).stream()
                .filter(invoice -> invoice.outstandingOre() >= LEAST_ORE)
                .limit(CLAIMS)
                .toList();
        invoices.forEach(invoice ->
                kk2.script(Journey.planned(world, CREDITOR, invoice).key(), Plan.of(Behaviour.STAYS_SILENT, 0)));
        List<Journey> handedOver = Journey.begin(world, CREDITOR, invoices);
        handedOver.forEach(claim -> claim.until(DeliveryState.DONE));
        return new ArrayDeque<>(handedOver);
    }

    /** A claim that KK2 has taken, of whose debtor nothing is heard; another one every time. */
    Journey claim() {
        return claims.remove();
    }

    /** Reads the proposals now, and waits until all that follows by itself has happened. */
    void receives() {
        runs("PAYMENTS");
    }

    /** Looks now what has become of the vouchers, and waits until all that follows by itself has happened. */
    void looks() {
        runs("PROPOSALS");
    }

    /** Reads what has changed in the books, to the end, until so many postings that lower the claim are known. */
    void changed(Journey claim, int postings) {
        for (int reading = 0; reading < 3 && lower(claim) < postings; reading++) {
            runs("CHANGES");
        }
        assertThat(lower(claim)).isEqualTo(postings);
    }

    private long lower(Journey claim) {
        return world.count(
                "select count(*) from claim_posting where amount_ore < 0 and claim_key = '" + claim.key() + "'");
    }

    /** As if the changes of a claim had been read a day ago, by the town's time. */
    void seenTheDayBefore(Journey claim) {
        world.sql()
                .sql("update claim_posting set seen_at = :yesterday where claim_key = :claim")
                .param("yesterday", Sql.at(town.clock().instant().minus(Duration.ofDays(1))))
                .param("claim", claim.key())
                .update();
    }

    /** Reads the cases that have changed. */
    void follows() {
        runs("CASES");
    }

    private void runs(String job) {
        long before = runsOf(job);
        world.bean(Schedules.class).hint(CREDITOR, job);
        world.untilWithoutPauses(job, () -> runsOf(job) > before);
        world.untilQuiet();
    }

    private long runsOf(String job) {
        return world.count(
                "select coalesce(max(datediff('MILLISECOND', timestamp '2020-01-01 00:00:00', last_run_at)), 0)"
                        + " from schedule where job = '" + job + "' and creditor_id = '" + CREDITOR
                        + "' and last_result = 'OK'");
    }

    void tripletexMeets(Fault fault) {
        town.faults().plan("tripletex", fault);
    }

    void kk2Meets(Fault fault) {
        town.faults().plan(Kk2Sandbox.NAME, fault);
    }

    Booking booking(String proposal) {
        return world.bean(Bookings.class).find(key(proposal)).orElseThrow();
    }

    BookingState state(String proposal) {
        return booking(proposal).state();
    }

    /** The one voucher of the proposal, posted or waiting. */
    long voucher(String proposal) {
        var ids = accountant.vouchers(key(proposal));
        if (ids.size() != 1) {
            throw new AssertionError("Vouchers of " + proposal + ": " + ids);
        }
        return ids.get(0);
    }

    int vouchers(String proposal) {
        return accountant.vouchers(key(proposal)).size();
    }

    static String key(String proposal) {
        return VoucherKey.of("kk2", proposal);
    }

    long outstanding(Journey claim) {
        return accountant.outstanding(ClaimKey.parse(claim.key()).invoiceId());
    }

    long answers(String proposal) {
        return world.sql()
                .sql("select count(*) from delivery where kind = 'ANSWER_PROPOSAL' and delivery_key = :key")
                .param("key", key(proposal))
                .query(Long.class)
                .single();
    }

    int answersOnTheWire(String proposal) {
        return town.neighbour(Kk2Neighbour.class).calls().count("PUT", ".*/" + proposal + "/svar");
    }

    @Override
    public void close() {
        world.close();
    }
}
