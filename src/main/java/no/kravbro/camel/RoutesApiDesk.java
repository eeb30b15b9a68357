package no.kravbro.camel;

import no.kravbro.api.RoutePlansApi;
import no.kravbro.api.RoutesApi;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Operations of {@code /api/v1/routes}. */
@Component("routesApiDesk")
public class RoutesApiDesk {

    private final ApiDesk api;
    private final RoutesApi routes;
    private final RoutePlansApi plans;

    public RoutesApiDesk(ApiDesk api, RoutesApi routes, RoutePlansApi plans) {
        this.api = api;
        this.routes = routes;
        this.plans = plans;
    }

    public void listRouteVersions(Exchange exchange) {
        api.answer(exchange, asked -> routes.versions(asked.caller()));
    }

    public void listRoutePlans(Exchange exchange) {
        api.answer(exchange, asked -> plans.list(asked.caller()));
    }

    public void showRoutePlan(Exchange exchange) {
        api.answer(exchange, asked -> plans.show(asked.path("plan"), asked.caller()));
    }

    public void planRoutes(Exchange exchange) {
        api.answer(exchange, asked -> plans.plan(asked.bytes(), asked.caller()));
    }

    public void planRoutesBack(Exchange exchange) {
        api.answer(exchange, asked -> plans.back(asked.path("version"), asked.caller()));
    }

    public void applyRoutePlan(Exchange exchange) {
        api.answer(exchange, asked -> plans.apply(asked.path("plan"), asked.caller()));
    }

    public void withdrawRoutePlan(Exchange exchange) {
        api.answer(exchange, asked -> plans.withdraw(asked.path("plan"), asked.caller()));
    }
}
