package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.Mappings;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.RouteLint;
import no.kravbro.bundle.Specimen;
import no.kravbro.camel.MapComponent;
import no.kravbro.camel.SafeReload;
import no.kravbro.camel.SafeReloadListener;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are changed under a running context, as operations would; each test says what must have happened. */
class SafeReloadTest {

    private static final String SEND_FILE = "ago/send.camel.yaml";
    private static final String MAP_FILE = "ago/map/submit-claim.jslt";
    private static final String CLAIM = "{\"remainingOre\": 12300, \"first\": \"A\", \"last\": \"B\"}";

    /** Instead of the wire: the step sets the body, so that a test sees which version answered. */
    private static final String SEND = Specimen.SEND
            .replace("${variable.document}", "one ${body}")
            .replace("http://localhost:1/claims", "mock:wire");

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final BundleStatus status = new BundleStatus(Clock.systemUTC());
    private final Listener listener = new Listener();

    @TempDir
    private Path directory;

    private Specimen files;
    private Mappings mappings;
    private SafeReload reload;

    @BeforeEach
    void start() throws Exception {
        files = new Specimen(directory);
        files.write(SEND_FILE, SEND);
        mappings = new Mappings(directory);
        context.addComponent("map", new MapComponent(mappings));
        context.getRegistry().bind("gate", new Gate());
        reload = new SafeReload(context, directory, new RouteLint(Specimen.JAVA), mappings, status, listener);
        reload.loadAll();
        context.addRoutes(javaRoutes());
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void an_edited_file_runs_after_the_second_look() {
        String before = status.view().running();
        files.write(SEND_FILE, SEND.replace("one ", "two "));
        reload.scanNow();
        assertThat(answer()).startsWith("one ");
        reload.scanNow();
        assertThat(answer()).startsWith("two ");
        assertThat(status.view().refusals()).isEmpty();
        assertThat(status.view().running())
                .isNotEqualTo(before)
                .isEqualTo(status.view().tried());
    }

    @Test
    void a_broken_file_is_refused_with_its_line_and_runs_again_when_mended() {
        String before = status.view().running();
        files.write(SEND_FILE, SEND.replace("      steps:", "     steps:"));
        look();
        assertThat(answer()).startsWith("one ");
        assertThat(refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(SEND_FILE);
            assertThat(problem.line()).isEqualTo(8);
        });
        assertThat(status.view().running())
                .isEqualTo(before)
                .isNotEqualTo(status.view().tried());
        files.write(SEND_FILE, SEND.replace("one ", "three "));
        look();
        assertThat(answer()).startsWith("three ");
        assertThat(refusals()).isEmpty();
    }

    @Test
    void what_only_the_dry_run_finds_is_refused_at_its_line() {
        files.write(SEND_FILE, SEND.replace("mock:wire", "file:x?colour=red"));
        look();
        assertThat(refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("dry-run");
            assertThat(problem.line()).isEqualTo(17);
            assertThat(problem.message()).contains("colour");
        });
        files.write(SEND_FILE, SEND + "        - bean:\n            ref: nobody\n            method: x\n");
        look();
        assertThat(refusals()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("nobody"));
        assertThat(answer()).startsWith("one ");
    }

    @Test
    void a_half_written_file_does_nothing() {
        files.write(SEND_FILE, "");
        reload.scanNow();
        files.write(SEND_FILE, SEND.substring(0, 100));
        reload.scanNow();
        files.write(SEND_FILE, SEND.replace("one ", "whole "));
        reload.scanNow();
        assertThat(answer()).startsWith("one ");
        assertThat(refusals()).isEmpty();
        reload.scanNow();
        assertThat(answer()).startsWith("whole ");
    }

    @Test
    void a_file_is_added_while_another_is_broken() {
        files.write(SEND_FILE, "nonsense");
        files.write("ago/new.camel.yaml", newRoute("new"));
        look();
        assertThat(context.getRoute("ago.new")).isNotNull();
        assertThat(answer()).startsWith("one ");
        assertThat(refusals()).extracting(Problem::file).containsOnly(SEND_FILE);
    }

    @Test
    void a_deleted_file_takes_its_routes_along_unless_someone_calls_them() {
        files.write("ago/new.camel.yaml", newRoute("new"));
        look();
        files.delete("ago/new.camel.yaml");
        files.delete(SEND_FILE);
        look();
        assertThat(context.getRoute("ago.new")).isNull();
        assertThat(context.getRouteDefinition("ago.new")).isNull();
        assertThat(answer()).startsWith("one ");
        assertThat(refusals()).extracting(Problem::file).contains(SEND_FILE);
    }

    @Test
    void a_renamed_file_leaves_nothing_behind() {
        files.delete(SEND_FILE);
        files.write("ago/call.camel.yaml", SEND.replace("ago.send", "ago.call"));
        files.write("ago/submit-claim.camel.yaml", Specimen.SUBMIT.replace("ago.send", "ago.call"));
        look();
        assertThat(refusals()).isEmpty();
        assertThat(context.getRoute("ago.send")).isNull();
        assertThat(answer()).startsWith("one ");
        assertThat(context.getRoutes()).extracting(route -> route.getId()).doesNotHaveDuplicates();
    }

    @Test
    void a_mapping_is_edited_broken_and_mended_without_a_restart() {
        long started = context.getRoute("ago.submit-claim").getUptimeMillis();
        files.write(MAP_FILE, "{\"v\": 2}");
        look();
        assertThat(answer()).isEqualTo("one {\"v\":2}");
        files.write(MAP_FILE, "{\n\"v\": oo(3)}");
        look();
        assertThat(answer()).isEqualTo("one {\"v\":2}");
        assertThat(refusals()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(MAP_FILE);
            assertThat(problem.line()).isEqualTo(2);
        });
        files.write(MAP_FILE, "{\"v\": 4}");
        look();
        assertThat(answer()).isEqualTo("one {\"v\":4}");
        assertThat(context.getRoute("ago.submit-claim").getUptimeMillis()).isGreaterThanOrEqualTo(started);
    }

    @Test
    void a_mapping_in_use_cannot_be_deleted() {
        files.delete(MAP_FILE);
        look();
        assertThat(refusals()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("no mapping"));
        assertThat(answer()).startsWith("one ");
    }

    @Test
    void a_changed_profile_is_told_and_a_faulty_one_is_not() {
        files.write("ago/agency.yaml", Specimen.PROFILE.replace("10", "20"));
        look();
        assertThat(listener.profiles).isEqualTo(1);
        files.write("ago/agency.yaml", Specimen.PROFILE + "colour: red\n");
        look();
        assertThat(listener.profiles).isEqualTo(1);
        assertThat(refusals()).extracting(Problem::line).containsExactly(7);
    }

    @Test
    void changed_failure_handling_reaches_all_routes() {
        files.write(SEND_FILE, SEND.replace("mock:wire", "mock:wire?failFast=false"));
        files.write("shared/failure.camel.yaml", Specimen.FAILURE.replace("direct:dead-letter.bury", "mock:elsewhere"));
        look();
        assertThat(refusals()).isEmpty();
        assertThat(listener.failureHandling).isEqualTo(1);
        context.createProducerTemplate().send("direct:claim.submit", exchange -> {
            exchange.getMessage().setBody("no JSON");
            exchange.setVariable("target", "ago");
        });
        assertThat(context.getEndpoint("mock:elsewhere", MockEndpoint.class).getReceivedCounter())
                .isEqualTo(1);
    }

    @Test
    void a_message_under_way_survives_and_nothing_else_stops() throws Exception {
        files.write(SEND_FILE, SEND + "        - bean:\n            ref: gate\n            method: pass\n");
        look();
        Gate gate = context.getRegistry().lookupByNameAndType("gate", Gate.class);
        CompletableFuture<String> underWay = CompletableFuture.supplyAsync(this::answer);
        assertThat(gate.entered.await(10, TimeUnit.SECONDS)).isTrue();
        files.write(SEND_FILE, SEND.replace("one ", "two "));
        reload.scanNow();
        CompletableFuture<Void> reloaded = CompletableFuture.runAsync(reload::scanNow);
        assertThat(context.getRouteController()
                        .getRouteStatus("ago.submit-claim")
                        .isStarted())
                .isTrue();
        assertThat(context.getRouteController().getRouteStatus("java").isStarted())
                .isTrue();
        gate.open.countDown();
        assertThat(underWay.get(20, TimeUnit.SECONDS)).startsWith("one ");
        reloaded.get(20, TimeUnit.SECONDS);
        assertThat(answer()).startsWith("two ");
    }

    @Test
    void a_stopped_route_stays_stopped_in_its_new_version() throws Exception {
        context.getRouteController().stopRoute("ago.send");
        files.write(SEND_FILE, SEND.replace("one ", "two "));
        look();
        assertThat(context.getRouteController().getRouteStatus("ago.send").isStopped())
                .isTrue();
        context.getRouteController().startRoute("ago.send");
        assertThat(answer()).startsWith("two ");
    }

    @Test
    void a_faulty_bundle_is_not_started_with() {
        files.write(SEND_FILE, "nonsense");
        assertThatThrownBy(reload::loadAll).isInstanceOf(BundleRefused.class).hasMessageContaining(SEND_FILE);
    }

    private void look() {
        reload.scanNow();
        reload.scanNow();
    }

    private List<Problem> refusals() {
        return status.view().refusals();
    }

    private String answer() {
        return context.createProducerTemplate().requestBody("direct:ago.submit-claim", CLAIM, String.class);
    }

    private static String newRoute(String name) {
        return Specimen.SEND
                .replace("ago.send", "ago." + name)
                .replace("Called by: ago.submit-claim", "Called by: nobody")
                .replace("id: ago\n", "id: " + name + "\n");
    }

    private static RouteBuilder javaRoutes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:dead-letter.bury").routeId("java").to("mock:buried");
            }
        };
    }

    private static final class Listener implements SafeReloadListener {
        private int profiles;
        private int failureHandling;

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
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch open = new CountDownLatch(1);

        public void pass() throws InterruptedException {
            entered.countDown();
            if (!open.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The test never opened the gate");
            }
        }
    }
}
