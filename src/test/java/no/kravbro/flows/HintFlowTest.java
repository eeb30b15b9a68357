package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Schedules;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tripletex tells that something happened; what has is read, at once and every night, and told to the agency once. */
@Proves({"webhook.receive-tripletex", "tripletex.keep-subscriptions"})
class HintFlowTest {

    private static final String NORDLYS = "nordlys";
    private static World world;

    @BeforeAll
    static void start() {
        int port = World.freePort();
        world = World.afterReading(
                World.town(SandboxTown.Story.SHOWN, null),
                "hints",
                "server.port=" + port,
                "kravbro.tripletex.webhook-url=http://localhost:" + port + "/webhooks/tripletex");
        world.untilWithoutPauses("subscribed", () -> subscriptions().size() == 6);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static List<String> subscriptions() {
        return world.town().tripletex().accountant(TripletexStory.NORDLYS).subscriptions();
    }

    private static Changes atTheAgency() {
        Journey claim = Journey.begin(world, NORDLYS).end();
        return new Changes(world, NORDLYS, TripletexStory.NORDLYS, claim);
    }

    @Test
    void aPaymentIsToldAtOnceAndTheNightFindsNothingMore() {
        Changes claim = atTheAgency();
        claim.paid(200_00);
        world.untilWithoutPauses("told", () -> claim.told().equals(List.of("REPORT_PAYMENT DONE")));
        claim.look();
        assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE");
        assertThat(world.town().autoCollect().standing(claim.key()).principalOre())
                .isEqualTo(claim.ore() - 200_00);
    }

    @Test
    void whatWasDisabledIsEnabledAgain() {
        world.town().tripletex().accountant(TripletexStory.NORDLYS).disableSubscriptions();
        assertThat(subscriptions()).isEmpty();
        world.bean(Schedules.class).hint(NORDLYS, Job.SUBSCRIPTIONS.name());
        world.untilWithoutPauses("enabled", () -> subscriptions().size() == 6);
    }
}
