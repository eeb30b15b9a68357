package no.kravbro.camel;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.rest.RestBindingMode;

/** Events from agencies and from Tripletex: verified over the raw bytes, stored, answered, and only then worked on. */
final class WebhookRoutes extends RouteBuilder {

    @Override
    public void configure() {
        rest("/webhooks")
                .post("/{agency}")
                .id("webhooks")
                .bindingMode(RestBindingMode.off)
                .to("direct:webhook.receive")
                .post("/tripletex/{creditor}")
                .id("webhooks-tripletex")
                .bindingMode(RestBindingMode.off)
                .to("direct:webhook.receive-tripletex");
        // Called by: POST /webhooks/tripletex/{creditor}.  Calls: nothing.
        from("direct:webhook.receive-tripletex")
                .routeId("webhook.receive-tripletex")
                .routeDescription(
                        "Verifies an event of Tripletex, stores it as a hint to read what has changed, and answers")
                .errorHandler(noErrorHandler())
                .bean("tripletexHintDesk", "receive");
        // Called by: POST /webhooks/{agency}.  Calls: webhook.work.
        from("direct:webhook.receive")
                .routeId("webhook.receive")
                .routeDescription("Verifies and stores an event, and answers")
                .errorHandler(noErrorHandler())
                .bean("webhookDesk", "receive")
                .filter(simple("${variable.event} != null"))
                .wireTap("direct:webhook.work")
                .id("webhook.receive.work")
                .end();
        // Called by: webhook.receive.  Calls: <agency>.receive-event.
        from("direct:webhook.work")
                .routeId("webhook.work")
                .routeDescription("Hands an event to the agency's own flow as a hint")
                .routeConfigurationId("owner")
                .toD("direct:${variable.agency}.receive-event")
                .id("webhook.work.agency")
                .bean("webhookDesk", "worked");
    }
}
