package no.kravbro.sandbox.kk2;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Neighbour;
import no.kravbro.sandbox.SandboxServer;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** KK2 in the sandbox town. */
public final class Kk2Neighbour implements Neighbour {

    private final Kk2Sandbox sandbox;
    private final CallLog log = new CallLog();
    private final SandboxServer server;

    public Kk2Neighbour(Site site) {
        Kk2Settings settings = new Kk2Settings(
                List.of(TripletexStory.NORDLYS_ORGANIZATION, TripletexStory.SKOGLY_ORGANIZATION),
                "kravbro-test",
                "not-a-secret",
                site.seed(),
                Clock.systemUTC());
        this.sandbox = new Kk2Sandbox(site.store(), site.clock(), settings);
        this.server = new SandboxServer(Kk2Sandbox.NAME, sandbox, site.port(), site.faults(), log);
    }

    @Override
    public String name() {
        return Kk2Sandbox.NAME;
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public List<String> settings() {
        return List.of(
                "kravbro.agencies.kk2.url=" + server.baseUrl() + Kk2Sandbox.BASE,
                "kravbro.agencies.kk2.token-url=" + server.baseUrl() + Kk2Sandbox.BASE + "/oauth/token");
    }

    /** Nothing: KK2 answers at once, and sends no events. */
    @Override
    public void work() {}

    @Override
    public void onTimeMoved() {
        sandbox.onTimeMoved();
    }

    public Kk2Sandbox sandbox() {
        return sandbox;
    }

    public CallLog calls() {
        return log;
    }

    @Override
    public List<String> broken() {
        Set<String> complaints = new LinkedHashSet<>();
        for (LoggedCall logged : log.all()) {
            Contract.brokenRequest(logged.call())
                    .forEach(complaint -> complaints.add(
                            logged.call().method() + " " + logged.call().path() + ": " + complaint));
        }
        return List.copyOf(complaints);
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
