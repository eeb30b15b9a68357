package no.kravbro.camel;

import no.kravbro.api.AuditApi;
import no.kravbro.api.DataKeysApi;
import no.kravbro.api.StatusApi;
import no.kravbro.api.TokensApi;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Operations of {@code /api/v1} on the product itself: how much stands where, its keys, and who has done what. */
@Component("systemApiDesk")
public class SystemApiDesk {

    private final ApiDesk api;
    private final AuditApi audit;
    private final StatusApi status;
    private final TokensApi tokens;
    private final DataKeysApi keys;

    public SystemApiDesk(ApiDesk api, AuditApi audit, StatusApi status, TokensApi tokens, DataKeysApi keys) {
        this.api = api;
        this.audit = audit;
        this.status = status;
        this.tokens = tokens;
        this.keys = keys;
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

    public void showDataKeys(Exchange exchange) {
        api.answer(exchange, asked -> keys.show(asked.caller()));
    }

    public void rotateDataKeys(Exchange exchange) {
        api.answer(exchange, asked -> keys.rotate(asked.caller()));
    }

    public void retireDataKeys(Exchange exchange) {
        api.answer(exchange, asked -> keys.retire(asked.caller()));
    }

    public void rewrapDataKeys(Exchange exchange) {
        api.answer(exchange, asked -> keys.rewrap(asked.caller()));
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
