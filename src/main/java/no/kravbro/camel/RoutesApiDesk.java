package no.kravbro.camel;

import no.kravbro.api.RoutesApi;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Operations of {@code /api/v1} on the route bundle. */
@Component("routesApiDesk")
public class RoutesApiDesk {

    private final ApiDesk api;
    private final RoutesApi routes;

    public RoutesApiDesk(ApiDesk api, RoutesApi routes) {
        this.api = api;
        this.routes = routes;
    }

    public void listRouteVersions(Exchange exchange) {
        api.answer(exchange, asked -> routes.versions(asked.caller()));
    }
}
