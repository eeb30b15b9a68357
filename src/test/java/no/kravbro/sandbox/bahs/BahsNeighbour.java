package no.kravbro.sandbox.bahs;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.sandbox.HttpNeighbour;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Payout;

/** BAHS in the sandbox town: serves Fjellheim, and Nordlys for the contract's own examples. */
public final class BahsNeighbour extends HttpNeighbour<BahsSandbox> {

    private static final String USER = "kravbro-test";
    private static final String PASSWORD = "prove-passord";

    public BahsNeighbour(Site site) {
        super(site, BahsSandbox.NAME, sandbox(site));
    }

    private static BahsSandbox sandbox(Site site) {
        List<String> served = site.served().stream().map(Served::organization).toList();
        BahsSettings settings = BahsSettings.story()
                .withUsers(List.of(new BahsSettings.User(USER, PASSWORD, served)))
                .withSeed(site.seed());
        return new BahsSandbox(site.store(), site.clock(), settings);
    }

    /** Another system of the same creditors asks; the answer's document as text. */
    public String asked(String document) {
        return new BahsCaller(sandbox(), USER, PASSWORD).ask(document, sandbox().machineTime());
    }

    @Override
    public List<String> settings() {
        return List.of(
                address("url", BahsSandbox.PATH),
                setting("username", USER),
                setting("password-file", "src/test/resources/sandbox/secrets/bahs-password"));
    }

    @Override
    public void work() {
        sandbox().processOperations();
    }

    @Override
    public List<Payout> payouts() {
        return sandbox().payouts();
    }

    @Override
    public void agreeOn(Clock machine) {
        sandbox().agreeOn(machine);
    }

    /** Against the XSD. */
    @Override
    protected Stream<String> complaints(LoggedCall logged) {
        Stream<String> answer = logged.fault() == null ? Schema.brokenAnswer(logged.reply()).stream() : Stream.empty();
        return Stream.concat(Schema.brokenRequest(logged.call()).stream(), answer)
                .map(complaint -> logged.call().path() + " " + complaint);
    }
}
