package no.kravbro.routes;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.FirstBundle;
import no.kravbro.bundle.FolderRule;
import no.kravbro.bundle.Mappings;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.RouteLint;
import no.kravbro.bundle.RunningFolder;
import no.kravbro.bundle.Specimen;
import no.kravbro.camel.MapComponent;
import no.kravbro.camel.SafeReload;
import no.kravbro.camel.SafeReloadListener;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A running context over a small bundle whose files a test changes. */
abstract class SafeReloadGround {

    private static final RouteLint LINT = new RouteLint(Specimen.JAVA);

    static final String SEND_FILE = "ago/send.camel.yaml";
    static final String MAP_FILE = "ago/map/submit-claim.jslt";
    static final String CLAIM = "{\"remainingOre\": 12300, \"first\": \"A\", \"last\": \"B\"}";

    /** Instead of the wire: the step sets the body, so that a test sees which version answered. */
    static final String SEND = Specimen.SEND
            .replace("${variable.document}", "one ${body}")
            .replace("{{kravbro.agencies.ago.url:http://not-set-up.invalid}}", "mock:wire");

    DefaultCamelContext context = new DefaultCamelContext();
    final BundleStatus status = new BundleStatus(Clock.systemUTC());
    final Listener listener = new Listener();

    final RememberedVersions book = new RememberedVersions();

    @TempDir
    Path directory;

    @TempDir
    Path ours;

    RunningFolder home;
    FolderRule folder = FolderRule.APPLIES;

    Specimen files;
    Mappings mappings;
    SafeReload reload;

    @BeforeEach
    void start() throws Exception {
        files = new Specimen(directory);
        files.write(SEND_FILE, SEND);
        open();
    }

    final void open() throws Exception {
        home = RunningFolder.at(ours);
        mappings = new Mappings(home.path());
        context.addComponent("map", new MapComponent(mappings));
        context.getRegistry().bind("gateDesk", new Gate());
        context.start();
        reload = reload();
        load();
        context.addRoutes(javaRoutes());
    }

    SafeReload reload() {
        return new SafeReload(context, directory, home, LINT, mappings, status, book, listener, folder);
    }

    /** As the product begins: chooses what to start with, and loads it. */
    void load() throws Exception {
        reload.loadAll(
                folder.applies()
                        ? FirstBundle.choose(directory, home, LINT, book)
                        : FirstBundle.agreed(directory, home, LINT, book));
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    void look() {
        reload.scanNow();
        reload.scanNow();
    }

    List<Problem> refusals() {
        return status.view().refusals();
    }

    String answer() {
        return context.createProducerTemplate().requestBody("direct:ago.submit-claim", CLAIM, String.class);
    }

    static String newRoute(String name) {
        return Specimen.SEND
                .replace("ago.send", "ago." + name)
                .replace("Called by: ago.submit-claim", "Called by: nobody")
                .replace("id: ago\n", "id: " + name + "\n");
    }

    static RouteBuilder javaRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dead-letter.bury").routeId("java").to("mock:buried");
            }
        };
    }

    static final class Listener implements SafeReloadListener {
        int profiles;
        int failureHandling;

        @Override
        public void profilesChanged() {
            profiles++;
        }

        @Override
        public void failureHandlingChanged() {
            failureHandling++;
        }
    }

    /** A step that waits until the test lets it go. */
    public static final class Gate {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch open = new CountDownLatch(1);

        public void pass() throws InterruptedException {
            entered.countDown();
            if (!open.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test never opened the gate");
            }
        }
    }
}
