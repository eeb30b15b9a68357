package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Specimen;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

/** What lies around the routes: mappings, profiles, failure handling, messages under way, and the start. */
class SafeReloadAroundTest extends SafeReloadGround {

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
        files.write("ago/agency.yaml", Specimen.PROFILE.replace("batchSize: 100", "batchSize: 20"));
        look();
        assertThat(listener.profiles).isEqualTo(1);
        files.write("ago/agency.yaml", Specimen.PROFILE + "colour: red\n");
        look();
        assertThat(listener.profiles).isEqualTo(1);
        assertThat(refusals())
                .extracting(Problem::line)
                .containsExactly((int) Specimen.PROFILE.lines().count() + 1);
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
        files.write(SEND_FILE, SEND + "        - bean:\n            ref: gateDesk\n            method: pass\n");
        look();
        Gate gate = context.getRegistry().lookupByNameAndType("gateDesk", Gate.class);
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
    void a_faulty_bundle_is_not_started_with_where_nothing_ran_before() {
        book.forget();
        files.write(SEND_FILE, "nonsense");
        assertThatThrownBy(this::load).isInstanceOf(BundleRefused.class).hasMessageContaining(SEND_FILE);
    }
}
