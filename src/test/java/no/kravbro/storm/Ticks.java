package no.kravbro.storm;

import java.util.List;
import no.kravbro.flows.World;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;

/** Ticks before their time, so that nobody sits out the seconds between two: the same routes, from where they begin. */
final class Ticks {

    private static final List<String> ROUTES =
            List.of("schedule.tick-1", "schedule.tick-2", "schedule.tick-3", "inbox.reenter");

    private final World world;

    Ticks(World world) {
        this.world = world;
    }

    /** All at once, until they have done what there was to do. */
    void tick() {
        ROUTES.parallelStream().forEach(this::tick);
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
