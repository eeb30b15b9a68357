package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import no.kravbro.delivery.Schedules;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody waits for somebody else: a small creditor does not wait for a huge one, nor money for a dead agency. */
class FairnessTest {

    private static final int MANY = 1_000;
    private static final int FEW = 5;

    private World world;

    @AfterEach
    void stop() {
        world.close();
    }

    private void worker(String target, boolean on) throws Exception {
        var routes = world.bean(CamelContext.class).getRouteController();
        if (on) {
            routes.resumeRoute("delivery." + target);
        } else {
            routes.suspendRoute("delivery." + target);
        }
    }

    @Test
    void aHugeCreditorDoesNotStarveASmallOne() throws Exception {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, MANY);
        world = World.afterReading(town, "fairness");
        worker("autocollect", false);
        List<Journey> huge = Journey.begin(world, "nordlys", Journey.free(world, "nordlys", MANY));
        List<Journey> small = Journey.begin(world, "bergvik", Journey.free(world, "bergvik", FEW));
        worker("autocollect", true);
        world.until("the few accepted", () -> {
            world.hurry();
            return world.count("select count(*) from claim where creditor_id = 'bergvik' and state = 'ACCEPTED'")
                    == FEW;
        });
        // As written down, for the many go on while we look.
        long before = world.count(
                "select count(*) from attempt a join delivery d on d.id = a.delivery_id"
                        + " where d.creditor_id = 'nordlys' and a.outcome = 'ACCEPTED' and a.id < (select max(b.id) from attempt b"
                        + " join delivery e on e.id = b.delivery_id where e.creditor_id = 'bergvik' and b.outcome = 'ACCEPTED')");
        assertThat(before).as("of the many when the few were accepted").isLessThan(MANY * 9 / 10);
        assertThat(huge).hasSize(MANY);
        assertThat(small)
                .allSatisfy(claim -> assertThat(world.town().autoCollect().claims(claim.key()))
                        .isEqualTo(1));
    }

    @Test
    void aDeadAgencyDoesNotKeepMoneyFromTheBooks() {
        world = new World("dead-agency").start();
        world.until("claims made", () -> world.count("select count(*) from claim") > 30);
        world.untilQuiet();
        world.town().faults().plan("autocollect", Fault.next(FaultKind.REFUSED, 1));
        List<Claimed> claims = Claimed.untouched(world, "nordlys").subList(0, FEW);
        TripletexStory.bulk(world.town().tripletex(), TripletexStory.BERGVIK, MANY / 10);
        world.bean(Schedules.class).hint("bergvik", "SCAN");
        world.until("claims wait for the agency", () -> unsent() > 0);
        claims.forEach(claim -> Received.of(world, claim, claim.principalOre()).enter());
        world.until("money booked", () -> world.count("select count(*) from booking where state = 'MATCHED'") == FEW);
        assertThat(unsent()).as("the agency is still dead").isPositive();
        world.town().faults().clear("autocollect");
        world.untilQuiet();
        assertThat(world.count("select count(*) from dead_letter")).isZero();
    }

    /** One agency answers nothing, one creditor's token has no calls left: the claims of the others arrive meanwhile. */
    @Test
    void aSlowAgencyAndATokenWithoutCallsHoldUpNobodyElse() {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        town.faults().plan("bahs", Fault.next(FaultKind.TIMEOUT_AFTER_COMMIT, 0));
        town.faults()
                .weather((partner, call, kinds) -> isOf(TripletexStory.NORDLYS, partner, call)
                        ? Optional.of(Fault.next(FaultKind.TOO_MANY_429, 1).retryAfter(3_600))
                        : Optional.empty());
        world = new World(
                        town,
                        "slow-agency",
                        "kravbro.creditors-file=src/test/resources/sandbox/creditors.yaml",
                        "kravbro.http.answer-timeout=5s")
                .start();
        world.until("claims of the others accepted", () -> {
            world.hurry();
            return List.of("bergvik", "skogly", "havbris").stream().allMatch(creditor -> accepted(creditor) > 2);
        });
        assertThat(accepted("nordlys")).as("its token has no calls").isZero();
        assertThat(accepted("fjellheim")).as("its agency is silent").isZero();
        town.faults().weather((partner, call, kinds) -> Optional.empty());
        town.faults().clear("bahs");
        world.machine().jump(Duration.ofHours(1));
        world.until("all accepted", () -> {
            world.hurry();
            return accepted("nordlys") > 2 && accepted("fjellheim") > 2;
        });
    }

    /** The login of a session begins with the company it acts for. */
    private static boolean isOf(long company, String partner, Call call) {
        String login = call.headers().getOrDefault("Authorization", "");
        return partner.equals("tripletex")
                && login.startsWith("Basic ")
                && new String(Base64.getDecoder().decode(login.substring(6)), StandardCharsets.UTF_8)
                        .startsWith(company + ":");
    }

    private long accepted(String creditor) {
        return world.count("select count(*) from claim where state = 'ACCEPTED' and creditor_id = '" + creditor + "'");
    }

    private long unsent() {
        return world.count(
                "select count(*) from delivery where target = 'autocollect' and state in ('WAITING', 'UNKNOWN')");
    }
}
