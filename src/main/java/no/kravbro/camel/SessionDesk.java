package no.kravbro.camel;

import java.time.Duration;
import java.time.LocalDate;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.agency.WireAnswer;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.EmployeeTokens;
import no.kravbro.tripletex.RateBudget;
import no.kravbro.tripletex.Sessions;
import no.kravbro.tripletex.TripletexRequest;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sessions and rate budget of the calls to Tripletex. */
@Component("sessionDesk")
public class SessionDesk {

    private static final String AUTHORIZATION = "authorization";
    private static final String EXPIRES = "expires";

    private final Sessions sessions;
    private final RateBudget budget;
    private final EmployeeTokens tokens;
    private final Settings settings;
    private final ProducerTemplate routes;
    private final Wire wire;

    public SessionDesk(
            Sessions sessions,
            RateBudget budget,
            EmployeeTokens tokens,
            Settings settings,
            @Lazy ProducerTemplate routes,
            Wire wire) {
        this.sessions = sessions;
        this.budget = budget;
        this.tokens = tokens;
        this.settings = settings;
        this.routes = routes;
        this.wire = wire;
    }

    /** Puts the request on the message; refuses to go over the token's budget. */
    public void begin(Exchange exchange) {
        Duration pause = budget.take(token(Notebook.creditor(exchange)));
        if (!pause.isZero()) {
            throw new ReadFailed("The token's calls are used up for now", pause);
        }
        TripletexRequest request = Notebook.need(exchange, Notebook.REQUEST, TripletexRequest.class);
        exchange.setVariable(Notebook.METHOD, request.method());
        exchange.setVariable(Notebook.PATH, request.path());
        exchange.setVariable(Notebook.QUERY, request.queryString());
        byte[] bytes = exchange.getVariable(DocumentDesk.BYTES, byte[].class);
        exchange.getMessage().setBody(bytes == null ? request.body() : bytes);
    }

    /** Sets the session of the creditor, made now if there is none that lives. */
    public void authorize(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        String header =
                sessions.authorization(creditor.id(), creditor.companyId(), expires -> create(creditor, expires));
        exchange.setVariable(AUTHORIZATION, header);
        exchange.getMessage().setHeader("Authorization", header);
    }

    private String create(Creditor creditor, LocalDate expires) {
        Exchange answered = routes.send("direct:tripletex.create-session", exchange -> {
            exchange.setVariable(Notebook.CREDITOR, creditor);
            exchange.setVariable(EXPIRES, expires);
        });
        if (answered.getException() != null) {
            throw new ReadFailed("No session could be made: " + answered.getException(), null);
        }
        WireAnswer answer = answered.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 201) {
            throw new ReadFailed(answer);
        }
        return Sessions.token(answer.body());
    }

    /** Writes the request for a session. */
    public void order(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        LocalDate expires = Notebook.need(exchange, EXPIRES, LocalDate.class);
        TripletexRequest request = TripletexRequests.createSession(
                Secrets.text(settings.tripletex().consumerTokenFile()), tokens.text(creditor), expires);
        exchange.setVariable(Notebook.METHOD, request.method());
        exchange.setVariable(Notebook.PATH, request.path());
        exchange.getMessage().setBody(request.body());
    }

    /** The session in use was refused. */
    public void renew(Exchange exchange) {
        sessions.refused(Notebook.creditor(exchange).id(), Notebook.need(exchange, AUTHORIZATION, String.class));
    }

    /** Learns the budget from the answer. */
    public void finish(Exchange exchange) {
        budget.answered(
                token(Notebook.creditor(exchange)), exchange.getMessage().getBody(WireAnswer.class));
        wire.done(exchange);
    }

    private static String token(Creditor creditor) {
        return RateBudget.name(EmployeeTokens.name(creditor));
    }
}
