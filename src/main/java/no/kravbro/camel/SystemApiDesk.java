package no.kravbro.camel;

import no.kravbro.api.AuditApi;
import no.kravbro.api.RoutesApi;
import no.kravbro.api.StatusApi;
import no.kravbro.api.TokensApi;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Operations of {@code /api/v1} on the product itself: how much stands where, the route bundle, and who has done what. */
@Component("systemApiDesk")
public class SystemApiDesk {

    private final ApiDesk api;
    private final RoutesApi routes;
    private final AuditApi audit;
    private final StatusApi status;
    private final TokensApi tokens;

    public SystemApiDesk(ApiDesk api, RoutesApi routes, AuditApi audit, StatusApi status, TokensApi tokens) {
        this.api = api;
        this.routes = routes;
        this.audit = audit;
        this.status = status;
        this.tokens = tokens;
    }

    public void listRouteVersions(Exchange exchange) {
        api.answer(exchange, asked -> routes.versions(asked.caller()));
    }

    public void listTokens(Exchange exchange) {
        api.answer(exchange, asked -> tokens.list(asked.caller()));
    }

    public void makeToken(Exchange exchange) {
        api.answer(exchange, asked -> tokens.make(asked.body(), asked.caller()));
    }

    public void revokeToken(Exchange exchange) {
        api.answer(exchange, asked -> tokens.revoke(asked.path("token"), asked.caller()));
    }

    public void listAudit(Exchange exchange) {
        api.answer(exchange, asked -> audit.list(asked.query(), asked.caller()));
    }

    public void verifyAudit(Exchange exchange) {
        api.answer(exchange, asked -> audit.verify(asked.caller()));
    }

    public void showStatus(Exchange exchange) {
        api.answer(exchange, asked -> status.show(asked.caller()));
    }
}
