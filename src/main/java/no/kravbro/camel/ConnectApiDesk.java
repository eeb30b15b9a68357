package no.kravbro.camel;

import no.kravbro.api.RegistrationsApi;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The part of the API by which creditors are connected. */
@Component("connectApiDesk")
public class ConnectApiDesk {

    private static final String CREDITOR = "creditor";

    private final ApiDesk api;
    private final RegistrationsApi registrations;

    public ConnectApiDesk(ApiDesk api, RegistrationsApi registrations) {
        this.api = api;
        this.registrations = registrations;
    }

    public void registerCreditor(Exchange exchange) {
        api.answer(exchange, asked -> registrations.register(asked.body(), asked.caller()));
    }

    public void showRegistration(Exchange exchange) {
        api.answer(exchange, asked -> registrations.show(asked.path(CREDITOR), asked.caller()));
    }

    public void changeRegistration(Exchange exchange) {
        api.answer(exchange, asked -> registrations.change(asked.path(CREDITOR), asked.body(), asked.caller()));
    }

    public void renewEmployeeToken(Exchange exchange) {
        api.answer(exchange, asked -> registrations.renew(asked.path(CREDITOR), asked.body(), asked.caller()));
    }

    public void confirmCreditor(Exchange exchange) {
        api.answer(exchange, asked -> registrations.confirm(asked.path(CREDITOR), asked.body(), asked.caller()));
    }
}
