package no.kravbro.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.kravbro.access.Demonstration;
import no.kravbro.agency.Action;
import no.kravbro.bundle.BundleNode;
import no.kravbro.bundle.BundlePlan;
import no.kravbro.bundle.Deployments;
import no.kravbro.bundle.Snapshot;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.Decision;
import no.kravbro.creditor.Job;
import no.kravbro.deadletter.Plans;
import no.kravbro.deadletter.Selection;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.Schedules;
import no.kravbro.flows.Journey;
import no.kravbro.flows.World;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.Organization;
import no.kravbro.sandbox.tripletex.TripletexStory;
import no.kravbro.transfer.instruct.Instructions;
import org.apache.camel.CamelContext;

/** The running product with something to see on every page, and a browser before it. */
final class Town implements AutoCloseable {

    /** The creditor of {@link #night}. */
    static final String NIGHTLY = "bergvik";

    private static final String NIGHTLY_REFERENCE = "5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1002";
    private static final int LETTERS = 10;

    private final World world;
    private final List<Journey> letters;
    private final String plan;
    private final String routePlan;
    private final Journey accepted;
    private final Browser browser;
    private final FakeIssuer issuer = new FakeIssuer();
    private final Map<String, Tab> tabs = new HashMap<>();

    Town() {
        browser = new Browser();
        world = World.afterReading(World.town(SandboxTown.Story.SHOWN, null), "console", settings());
        PageStory.write(world.sql());
        accepted = Journey.begin(world, "nordlys");
        world.untilWithoutPauses("accepted", () -> accepted.claim().state() == ClaimState.ACCEPTED);
        openTheCase();
        refuses(true);
        letters = Journey.begin(world, "nordlys", Journey.free(world, "nordlys", LETTERS));
        letters.forEach(each -> each.await("letter of", () -> each.letter() != null));
        plan = world.bean(Plans.class)
                .make(Selection.of(List.of(letter(0), letter(1))), null, "odd")
                .id();
        routePlan = planRoutes();
    }

    /** An agency's words and the failure handling of all, each with an empty line more. */
    private String planRoutes() {
        Snapshot running = world.bean(BundleNode.class).running();
        SortedMap<String, String> files = new TreeMap<>(running.files());
        files.replaceAll((path, text) ->
                path.endsWith("failure.camel.yaml") || path.startsWith("kk2/map/words") ? text + "\n" : text);
        return world.bean(Deployments.class)
                .plan(new Snapshot(files), BundlePlan.Origin.UPLOAD, "inga")
                .id();
    }

    /** One creditor is leaving its agency, so that the pages have that to show. */
    private String[] settings() {
        return Stream.concat(
                        Stream.of(
                                "kravbro.creditors-file=src/test/resources/sandbox/creditors-leaving.yaml",
                                "kravbro.routes.four-eyes=true"),
                        Arrays.stream(issuer.settings()))
                .toArray(String[]::new);
    }

    /** The agency opens it in its own time, so its cases are read until it is there. */
    private void openTheCase() {
        Instructions instructions = world.bean(Instructions.class);
        world.untilWithoutPauses("a case", () -> {
            boolean open =
                    instructions.permission(accepted.claim(), Action.MESSAGE).granted();
            if (!open) {
                world.bean(Schedules.class).hint("nordlys", Job.CASES.name());
            }
            return open;
        });
    }

    /** While they rest, a staged retry stays in its undo window, however slow this machine is. */
    void retriesRest(boolean on) {
        var routes = world.bean(CamelContext.class).getRouteController();
        try {
            if (on) {
                routes.suspendRoute("dead-letter.retry");
            } else {
                routes.resumeRoute("dead-letter.retry");
            }
        } catch (Exception e) {
            throw new IllegalStateException("The tick of staged retries", e);
        }
    }

    /** Whether the agency lets nordlys in; it did not when the letters were buried. */
    void refuses(boolean on) {
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), on);
    }

    /**
     * So many claims of another creditor whom the agency does not let in for a night, all stopped in the morning; by then it
     * lets it in again. @return keys of the claims
     */
    List<String> night(int count) {
        world.town().autoCollect().forbid(NIGHTLY_REFERENCE, true);
        int others = world.bean(Invoices.class)
                .list(NIGHTLY, Decision.Kind.TRANSFER, 0, count)
                .size();
        TripletexStory.bulk(world.town().tripletex(), TripletexStory.BERGVIK, count - others);
        world.bean(Schedules.class).hint(NIGHTLY, Job.SCAN.name());
        List<String> keys = new ArrayList<>();
        world.untilWithoutPauses("letters of the night", () -> {
            keys.clear();
            keys.addAll(world.sql()
                    .sql(
                            "select claim_key from dead_letter where creditor_id = :creditor and state = 'OPEN' order by id")
                    .param("creditor", NIGHTLY)
                    .query(String.class)
                    .list());
            return keys.size() == count;
        });
        world.town().autoCollect().forbid(NIGHTLY_REFERENCE, false);
        return keys;
    }

    /** A claim that the agency has taken. */
    Journey accepted() {
        return accepted;
    }

    /** A claim that the agency would not take. */
    Journey failed(int number) {
        return letters.get(number);
    }

    /** Number of its letter. */
    long letter(int number) {
        return failed(number).letter().id();
    }

    /** Every page, filled with what this town has. */
    List<Scenes.Scene> scenes() {
        List<Scenes.Scene> all = new ArrayList<>(PageStory.scenes());
        all.addAll(Scenes.ofLetters(letter(0), failed(0).letter().fingerprint(), plan));
        all.addAll(Scenes.ofCases(accepted.key()));
        all.addAll(Scenes.ofLists(lastFree().number()));
        all.addAll(Scenes.ofRoutes(routePlan));
        return all;
    }

    /** An invoice that nobody has handed over, far from those that are taken in turn. */
    Invoice lastFree() {
        List<Invoice> free = Journey.free(world, "nordlys", 3);
        return free.get(free.size() - 1);
    }

    FakeIssuer issuer() {
        return issuer;
    }

    World world() {
        return world;
    }

    Tab tab() {
        return browser.tab("http://localhost:" + world.port());
    }

    /** The tab in which this person is logged in. */
    Tab as(String name) {
        return tabs.computeIfAbsent(name, this::login);
    }

    /** A new one. */
    Tab login(String name) {
        Tab tab = tab();
        tab.go("/login?lang=nb");
        tab.type("#username", name);
        tab.type("#password", world.bean(Demonstration.class).password());
        tab.follow("main .stack button");
        return tab;
    }

    @Override
    public void close() {
        browser.close();
        issuer.close();
        world.close();
    }
}
