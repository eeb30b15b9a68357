package no.kravbro.camel;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;

/**
 * The workers. One consumer per far side claims due deliveries in one statement (competing consumers over a
 * transactional outbox), so that a far side can be suspended, drained and counted on its own and never holds up another.
 */
final class DeliveryRoutes extends RouteBuilder {

    private final Iterable<String> targets;
    private final WorkerSettings settings;

    DeliveryRoutes(Iterable<String> targets, WorkerSettings settings) {
        this.targets = targets;
        this.settings = settings;
    }

    @Override
    public void configure() {
        targets.forEach(this::worker);
        // Called by: delivery.<target>.  Calls: the port of the work's kind.
        from("direct:delivery.dispatch")
                .routeId("delivery.dispatch")
                .routeDescription(
                        "Takes one piece of claimed work to the flow that can do it, and records what became of it")
                .routeConfigurationId("owner")
                .bean("workDesk", "begin")
                .toD("direct:${variable.port}")
                .id("delivery.dispatch.port")
                .bean("workDesk", "record")
                .split(body())
                .bean("workDesk", "giveUp")
                .end();
    }

    private void worker(String target) {
        ProcessorDefinition<?> claimed = from("sql:classpath:sql/" + settings.database() + "/claim-deliveries.sql"
                        + "?useIterator=false&greedy=true&prepareStatementStrategy=#claimParameters." + target
                        + "&initialDelay=" + settings.pollMillis() + "&delay=" + settings.pollMillis())
                .routeId("delivery." + target)
                .routeDescription("Claims what is due for " + target)
                .routeConfigurationId("owner")
                .bean("workDesk", "claimed");
        if (target.equals(CamelRoom.TRIPLETEX)) {
            claimed = claimed.to("direct:payment.prepare").id("delivery." + target + ".prepare");
        }
        claimed.split(body())
                .streaming()
                .parallelProcessing()
                .executorService("workers." + target)
                .to("direct:delivery.dispatch")
                .end()
                .bean("workDesk", "rest")
                .split(body())
                .bean("workDesk", "giveUp")
                .end();
    }
}
