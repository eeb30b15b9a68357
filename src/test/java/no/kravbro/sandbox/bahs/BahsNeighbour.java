package no.kravbro.sandbox.bahs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Neighbour;
import no.kravbro.sandbox.SandboxServer;

/** BAHS in the sandbox town: serves Fjellheim, and Nordlys for the contract's own examples. */
public final class BahsNeighbour implements Neighbour {

    private static final String USER = "kravbro-test";
    private static final String PASSWORD = "prove-passord";

    private final String name;
    private final BahsSandbox sandbox;
    private final SandboxServer server;
    private final CallLog log = new CallLog();

    public BahsNeighbour(Site site) {
        List<String> served = site.served().stream().map(Served::organization).toList();
        BahsSettings settings = BahsSettings.story()
                .withUsers(List.of(new BahsSettings.User(USER, PASSWORD, served)))
                .withSeed(site.seed());
        this.name = site.name();
        this.sandbox = new BahsSandbox(site.store(), site.clock(), settings);
        this.server = new SandboxServer(BahsSandbox.NAME, sandbox, site.port(), site.faults(), log);
    }

    @Override
    public String name() {
        return name;
    }

    /** Another system of the same creditors asks; the answer's document as text. */
    public String asked(String document) {
        return new BahsCaller(sandbox, USER, PASSWORD).ask(document, sandbox.machineTime());
    }

    public BahsSandbox sandbox() {
        return sandbox;
    }

    public CallLog calls() {
        return log;
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public List<String> settings() {
        String agency = "kravbro.agencies." + name;
        return List.of(
                agency + ".url=" + server.baseUrl() + BahsSandbox.PATH,
                agency + ".username=" + USER,
                agency + ".password-file=src/test/resources/sandbox/secrets/bahs-password");
    }

    @Override
    public void work() {
        sandbox.processOperations();
    }

    @Override
    public void agreeOn(Clock machine) {
        sandbox.agreeOn(machine);
    }

    /** Every request, and every answer that no fault has spoiled, against the XSD. */
    @Override
    public List<String> broken() {
        List<String> complaints = new ArrayList<>();
        for (LoggedCall logged : log.all()) {
            List<String> found = new ArrayList<>(Schema.brokenRequest(logged.call()));
            if (logged.fault() == null) {
                found.addAll(Schema.brokenAnswer(logged.reply()));
            }
            found.forEach(complaint -> complaints.add(logged.call().path() + " " + complaint));
        }
        return complaints.stream().distinct().toList();
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
