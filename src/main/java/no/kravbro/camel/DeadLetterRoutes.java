package no.kravbro.camel;

import org.apache.camel.builder.RouteBuilder;

/** The one road into the dead letters, and the tick that works the way out of them. */
final class DeadLetterRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // Called by: the error handler of every flow.  Calls: nothing.
        from("direct:dead-letter.bury")
                .routeId("dead-letter.bury")
                .routeDescription("Writes down what could not be done, for whom and why")
                .errorHandler(noErrorHandler())
                .bean("deadLetterDesk", "bury");
        from("quartz:schedule/dead-letters?stateful=true&trigger.repeatCount=-1&trigger.repeatInterval=1000")
                .routeId("dead-letter.retry")
                .routeDescription("Carries staged retries of dead letters on, a little at a time")
                .routeConfigurationId("owner")
                .bean("retryDesk", "tick");
    }
}
