package no.kravbro.storm;

import java.util.List;
import java.util.stream.Stream;
import no.kravbro.flows.World;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Route;

/** Ticks before their time, so that nobody sits out the seconds between two: the same routes, from where they begin. */
final class Ticks {

    private final World world;

    Ticks(World world) {
        this.world = world;
    }

    /** All at once, until they have done what there was to do. */
    void tick() {
        routes().parallelStream().forEach(this::tick);
    }

    /** Of the product that runs now: it may have been started anew. */
    private List<String> routes() {
        return Stream.concat(
                        world.bean(CamelContext.class).getRoutes().stream()
                                .map(Route::getRouteId)
                                .filter(route -> route.startsWith("schedule.tick-")),
                        Stream.of("inbox.reenter"))
                .toList();
    }

    private void tick(String route) {
        Consumer consumer = world.bean(CamelContext.class).getRoute(route).getConsumer();
        Exchange exchange = consumer.getEndpoint().createExchange();
        try {
            consumer.getProcessor().process(exchange);
        } catch (Exception failed) {
            throw new IllegalStateException(route, failed);
        }
    }
}
