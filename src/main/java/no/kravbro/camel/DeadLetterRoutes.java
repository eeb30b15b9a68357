package no.kravbro.camel;

import org.apache.camel.builder.RouteBuilder;

/** The one road into the dead letters. */
final class DeadLetterRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // Called by: the error handler of every flow.  Calls: nothing.
        from("direct:dead-letter.bury")
                .routeId("dead-letter.bury")
                .routeDescription("Writes down what could not be done, for whom and why")
                .errorHandler(noErrorHandler())
                .bean("deadLetterDesk", "bury");
    }
}
