package no.kravbro.sandbox.autocollect;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.Neighbour;
import no.kravbro.sandbox.SandboxServer;

/** One more agency that speaks as AutoCollect does, under a name of its own and without events. */
public final class AutoCollectNeighbour implements Neighbour {

    private final String name;
    private final AutoCollectSandbox sandbox;
    private final SandboxServer server;
    private final CallLog log = new CallLog();

    public AutoCollectNeighbour(Site site) {
        List<Organization> organizations = site.served().stream()
                .map(each -> new Organization(each.id(), each.organization(), each.name()))
                .toList();
        AutoCollectSettings settings = AutoCollectSettings.story()
                .forCreditors(organizations)
                .settlingOn(site.story().settlementDays())
                .clocks(Clock.systemUTC(), Clock.systemUTC())
                .withSeed(site.seed());
        this.name = site.name();
        this.sandbox = new AutoCollectSandbox(site.store(), site.clock(), settings, site.faults());
        this.server = new SandboxServer(AutoCollectSandbox.NAME, sandbox, site.port(), site.faults(), log);
    }

    @Override
    public String name() {
        return name;
    }

    public AutoCollectSandbox sandbox() {
        return sandbox;
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public List<String> settings() {
        String key = "kravbro.agencies." + name;
        return List.of(
                key + ".url=" + server.baseUrl() + AutoCollectSandbox.BASE,
                key + ".token-url=" + server.baseUrl() + "/token");
    }

    @Override
    public void work() {
        sandbox.processBatches();
    }

    @Override
    public void agreeOn(Clock machine) {
        sandbox.agreeOn(machine);
    }

    @Override
    public List<String> broken() {
        return log.all().stream()
                .flatMap(logged -> Contract.brokenRequest(logged.call()).stream())
                .distinct()
                .toList();
    }

    @Override
    public void onTimeMoved() {
        sandbox.onTimeMoved();
    }

    @Override
    public Map<String, Object> overview() {
        return sandbox.overview();
    }

    @Override
    public void close() {
        server.close();
    }
}
