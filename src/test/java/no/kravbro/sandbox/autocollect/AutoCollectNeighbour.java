package no.kravbro.sandbox.autocollect;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.sandbox.HttpNeighbour;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Payout;

/** One more agency that speaks as AutoCollect does, under a name of its own and without events. */
public final class AutoCollectNeighbour extends HttpNeighbour<AutoCollectSandbox> {

    public AutoCollectNeighbour(Site site) {
        super(site, AutoCollectSandbox.NAME, sandbox(site));
    }

    private static AutoCollectSandbox sandbox(Site site) {
        List<Organization> organizations = site.served().stream()
                .map(each -> new Organization(each.id(), each.organization(), each.name()))
                .toList();
        AutoCollectSettings settings = AutoCollectSettings.story()
                .forCreditors(organizations)
                .settlingOn(site.story().settlementDays())
                .clocks(Clock.systemUTC(), Clock.systemUTC())
                .withSeed(site.seed());
        return new AutoCollectSandbox(site.store(), site.clock(), settings, site.faults());
    }

    @Override
    public List<String> settings() {
        return List.of(address("url", AutoCollectSandbox.BASE), address("token-url", "/token"));
    }

    @Override
    public void work() {
        sandbox().processBatches();
    }

    @Override
    public List<Payout> payouts() {
        return sandbox().payouts();
    }

    @Override
    public void agreeOn(Clock machine) {
        sandbox().agreeOn(machine);
    }

    @Override
    protected Stream<String> complaints(LoggedCall logged) {
        return Contract.brokenRequest(logged.call()).stream();
    }
}
