package no.kravbro.console;

import java.util.HashMap;
import java.util.Map;
import no.kravbro.access.Demonstration;
import no.kravbro.flows.World;
import no.kravbro.sandbox.SandboxTown;

/** The running product with something to see on every page, and a browser before it. */
final class Town implements AutoCloseable {

    private final World world;
    private final Browser browser;
    private final Map<String, Tab> tabs = new HashMap<>();

    Town() {
        browser = new Browser();
        world = World.afterReading(
                World.town(SandboxTown.Story.SHOWN, null),
                "console",
                "kravbro.creditors-file=src/test/resources/sandbox/creditors-dry-run.yaml");
        PageStory.write(world.sql());
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
        world.close();
    }
}
