package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import no.kravbro.bundle.JavaRoute;
import no.kravbro.bundle.RouteLint;
import no.kravbro.bundle.Snapshot;
import no.kravbro.camel.ScratchContext;
import org.apache.camel.spi.PropertiesSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every file below {@code routes/} is in order and can be built by Camel, with every endpoint and bean it names. */
@Tag("check")
class AllRoutesLoadTest {

    private static final Path ROUTES = Path.of("routes");

    @Test
    void the_routes_are_in_order() {
        assertThat(new RouteLint(JavaRoute.all()).check(ROUTES)).isEmpty();
    }

    @Test
    void camel_builds_every_route() {
        ScratchContext scratch = new ScratchContext(new NamedBeans(), new SomeAddress());
        assertThat(scratch.tryOut(ROUTES, Snapshot.of(ROUTES))).isEmpty();
    }

    /** All that an installation must set: agencies that it does not use need no settings. Nothing is sent there. */
    private record SomeAddress() implements PropertiesSource {

        @Override
        public String getName() {
            return "some address";
        }

        @Override
        public String getProperty(String name) {
            return name.equals("kravbro.tripletex.url") ? "http://localhost:1" : null;
        }
    }
}
