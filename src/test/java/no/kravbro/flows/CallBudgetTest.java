package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many calls to Tripletex a scan and a booking cost, as the simulated company counted them: its limit per token is what
 * bounds how much Kravbro can do.
 */
class CallBudgetTest {

    private static final Logger LOG = LoggerFactory.getLogger(CallBudgetTest.class);
    private static final int INVOICES = 10_000;
    /** A scan reaches back some three years; after so many days it does not show the oldest of the invoices any more. */
    private static final int DAYS_UNTIL_SOME_ARE_OLD = 820;

    private static final String ANY = ".*";
    private static final String LEDGER = "/v2/(ledger/account|ledger/accountingPeriod|invoice/paymentType)";

    @Test
    void scan() {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, INVOICES);
        try (World world = new World(
                        town, "scan-budget", "kravbro.creditors-file=src/test/resources/flows/dry-run.yaml")
                .start()) {
            scanned(world);
            long invoices = world.count("select count(*) from invoice");
            int calls = town.tripletexCalls().count(null, ANY);
            LOG.info("First scan: {} invoices, {} calls, session included: {}", invoices, calls, by(town));
            assertThat(invoices).isGreaterThan(INVOICES);
            assertThat(calls * 1000L).isLessThanOrEqualTo(invoices * 12 / 10);

            town.tripletexCalls().clear();
            world.days(DAYS_UNTIL_SOME_ARE_OLD);
            scanned(world);
            long unseen = unseen(world);
            long rereads = ids(world).count();
            long pages = town.tripletexCalls().count("GET", "/v2/invoice") - rereads;
            LOG.info("Two years on: {} pages, {} re-reads of {} that the scan no longer shows", pages, rereads, unseen);
            assertThat(unseen).isGreaterThan(500);
            assertThat(rereads).isEqualTo((unseen + 99) / 100);
            assertThat(pages * 1000L).isLessThanOrEqualTo((invoices - unseen) * 12 / 10);
        }
    }

    @Test
    void bookings() {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        town.tripletex()
                .accountant(TripletexStory.BERGVIK)
                .paymentType(TripletexStory.SETTLEMENT_PAYMENT_TYPE, Ledgers.INTERIM);
        try (World world = new World(
                        town, "booking-budget", "kravbro.creditors-file=src/test/resources/flows/two-ways.yaml")
                .start()) {
            world.untilWithoutPauses(
                    "handed over",
                    () -> Claimed.untouched(world, "nordlys").size() > 10
                            && Claimed.untouched(world, "bergvik").size() > 3
                            && world.count(
                                            "select count(*) from schedule where last_run_at is null or holder is not null")
                                    == 0);
            world.untilQuiet();
            for (String creditor : List.of("nordlys", "bergvik")) {
                book(world, creditor);
                for (int i = 0; i < 3; i++) {
                    book(world, creditor);
                    int facts = town.tripletexCalls().count("GET", LEDGER);
                    int calls = town.tripletexCalls().count(null, ANY) - facts;
                    LOG.info("A booking of {}: {} calls {}", creditor, calls, by(town));
                    assertThat(facts)
                            .as("facts of the ledger, read that day already")
                            .isZero();
                    assertThat(calls).isLessThanOrEqualTo(3);
                }
            }
            assertThat(world.count("select count(*) from booking where state <> 'MATCHED'"))
                    .isZero();
        }
    }

    /** Full principal and interest; the first of a creditor reads the facts of its ledger for the day. */
    private static void book(World world, String creditor) {
        world.town().tripletexCalls().clear();
        Claimed claim = Claimed.next(world, creditor);
        Received.of(world, claim, claim.principalOre()).withInterest(12_34).enter();
        world.untilQuiet();
        int facts = world.town().tripletexCalls().count("GET", LEDGER);
        if (facts > 0) {
            LOG.info("Facts of the ledger of {}, once a day: {} calls", creditor, facts);
        }
    }

    /** No pause is skipped: a skip longer than its lease would let a second scan begin beside one on a slow machine. */
    private static void scanned(World world) {
        String today = world.town().clock().today().toString();
        world.until(
                "scanned",
                () -> world.count("select count(*) from schedule where job = 'SCAN' and last_result = 'OK'"
                                + " and holder is null and cursor_at = '" + today + "'")
                        == 1);
    }

    /** Re-read invoices are the ones that name their ids; one call that a slow machine made twice counts once. */
    private static Stream<String> ids(World world) {
        return world.town().tripletexCalls().of("GET", "/v2/invoice").stream()
                .map(logged -> logged.call().param("id"))
                .filter(Objects::nonNull)
                .distinct();
    }

    private static long unseen(World world) {
        return ids(world).mapToLong(ids -> ids.split(",").length).sum();
    }

    private static Object by(SandboxTown town) {
        CallLog log = town.tripletexCalls();
        return log.all().stream()
                .collect(Collectors.groupingBy(
                        logged -> logged.call().method() + " "
                                + logged.call().path().replaceAll("\\d{3,}", "#"),
                        TreeMap::new,
                        Collectors.counting()));
    }
}
