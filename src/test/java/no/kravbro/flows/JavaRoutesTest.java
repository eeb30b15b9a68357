package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import no.kravbro.bundle.JavaRoute;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is written about the running product's routes and settings is what runs. */
class JavaRoutesTest {

    private static World world;

    @BeforeAll
    static void start() {
        world = new World("java-routes").start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void theListOfJavaRoutesIsTrue() {
        Map<String, String> listed = new TreeMap<>();
        JavaRoute.all().forEach(route -> listed.put(route.id(), route.from()));
        Map<String, String> running = new TreeMap<>();
        for (RouteDefinition route : world.bean(ModelCamelContext.class).getRouteDefinitions()) {
            String file = String.valueOf(route.getResource());
            if (!file.contains(".camel.yaml")) {
                running.put(id(route), from(route));
            }
        }
        assertThat(running).isEqualTo(listed);
    }

    private static String id(RouteDefinition route) {
        return route.getRouteId()
                .replaceAll("^delivery\\.(?!dispatch$).*", "delivery.<target>")
                .replaceAll("^api\\..*", "api.<operation>")
                .replaceAll("tick-[0-9]+$", "tick-N");
    }

    /** A route called by the HTTP interface has taken the place of its own port, named after itself. */
    private static String from(RouteDefinition route) {
        String uri = route.getInput().getEndpointUri();
        return uri.startsWith("rest:")
                ? "direct:" + id(route)
                : uri.replaceAll("\\?.*", "")
                        .replace("sql/h2/", "sql/<database>/")
                        .replaceAll("tick-[0-9]+$", "tick-N");
    }

    /** A write must never be repeated by the client itself, whoever else has a word about its settings. */
    @Test
    void theHttpClientKeepsOurSettings() {
        for (String scheme : new String[] {"http", "https"}) {
            HttpComponent http = world.bean(CamelContext.class).getComponent(scheme, HttpComponent.class);
            assertThat(http.isAutomaticRetriesDisabled()).as(scheme).isTrue();
            assertThat(http.isFollowRedirects()).as(scheme).isFalse();
            assertThat(http.getResponseTimeout()).as(scheme).isEqualTo(30_000);
        }
    }
}
