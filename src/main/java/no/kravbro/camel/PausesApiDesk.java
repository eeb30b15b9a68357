package no.kravbro.camel;

import no.kravbro.api.AgenciesApi;
import no.kravbro.api.Caller;
import no.kravbro.api.HealthApi;
import no.kravbro.api.PausesApi;
import no.kravbro.delivery.Pauses.Kind;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Operations of {@code /api/v1} on how agencies and creditors are reached, and on what stops all that leaves. */
@Component("pausesApiDesk")
public class PausesApiDesk {

    private static final String CREDITOR = "creditor";
    private static final String AGENCY = "agency";

    private final ApiDesk api;
    private final PausesApi pauses;
    private final AgenciesApi agencies;
    private final HealthApi health;

    public PausesApiDesk(ApiDesk api, PausesApi pauses, AgenciesApi agencies, HealthApi health) {
        this.api = api;
        this.pauses = pauses;
        this.agencies = agencies;
        this.health = health;
    }

    public void showCreditorHealth(Exchange exchange) {
        api.answer(exchange, asked -> health.show(asked.path(CREDITOR), asked.caller()));
    }

    public void listAgencies(Exchange exchange) {
        api.answer(exchange, asked -> agencies.list(asked.caller()));
    }

    public void listPauses(Exchange exchange) {
        api.answer(exchange, asked -> pauses.list(asked.caller()));
    }

    public void pauseCreditor(Exchange exchange) {
        api.answer(
                exchange, asked -> pauses.pauseAs(Kind.CREDITOR, asked.path(CREDITOR), asked.body(), asked.caller()));
    }

    public void resumeCreditor(Exchange exchange) {
        api.answer(exchange, asked -> resumed(Kind.CREDITOR, asked.path(CREDITOR), asked.caller()));
    }

    public void pauseAgency(Exchange exchange) {
        api.answer(exchange, asked -> pauses.pauseAs(Kind.AGENCY, asked.path(AGENCY), asked.body(), asked.caller()));
    }

    public void resumeAgency(Exchange exchange) {
        api.answer(exchange, asked -> resumed(Kind.AGENCY, asked.path(AGENCY), asked.caller()));
    }

    private Object resumed(Kind kind, String name, Caller caller) {
        pauses.resume(kind, name, caller);
        return pauses.list(caller);
    }
}
