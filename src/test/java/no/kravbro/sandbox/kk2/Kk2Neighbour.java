package no.kravbro.sandbox.kk2;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.sandbox.HttpNeighbour;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Payout;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** KK2 in the sandbox town. */
public final class Kk2Neighbour extends HttpNeighbour<Kk2Sandbox> {

    public Kk2Neighbour(Site site) {
        super(site, Kk2Sandbox.NAME, sandbox(site));
    }

    private static Kk2Sandbox sandbox(Site site) {
        Kk2Settings settings = new Kk2Settings(
                List.of(TripletexStory.NORDLYS_ORGANIZATION, TripletexStory.SKOGLY_ORGANIZATION),
                "kravbro-test",
                "not-a-secret",
                site.seed(),
                Clock.systemUTC());
        return new Kk2Sandbox(site.store(), site.clock(), settings);
    }

    @Override
    public List<String> settings() {
        return List.of(address("url", Kk2Sandbox.BASE), address("token-url", Kk2Sandbox.BASE + "/oauth/token"));
    }

    /** Nothing: KK2 answers at once, and sends no events. */
    @Override
    public void work() {}

    @Override
    public List<Payout> payouts() {
        return sandbox().payouts();
    }

    @Override
    protected Stream<String> complaints(LoggedCall logged) {
        return Contract.brokenRequest(logged.call()).stream()
                .map(complaint -> logged.call().method() + " " + logged.call().path() + ": " + complaint);
    }
}
