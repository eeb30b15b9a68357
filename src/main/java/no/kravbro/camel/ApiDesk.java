package no.kravbro.camel;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import no.kravbro.Texts;
import no.kravbro.api.ActionsApi;
import no.kravbro.api.AgreementsApi;
import no.kravbro.api.ApiDoor;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.ClaimsApi;
import no.kravbro.api.CreditorsApi;
import no.kravbro.api.DeadLettersApi;
import no.kravbro.api.DeliveriesApi;
import no.kravbro.api.DifferenceActionsApi;
import no.kravbro.api.DifferencesApi;
import no.kravbro.api.LimitedBody;
import no.kravbro.api.Problem;
import no.kravbro.api.Query;
import no.kravbro.api.ReportsApi;
import no.kravbro.api.SettlementsApi;
import no.kravbro.api.TasksApi;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes HTTP requests to the services behind the API and their answers or problems back. */
@Component("apiDesk")
public class ApiDesk {

    /** Header under which the web server's own view of a request comes. */
    static final String REQUEST = "CamelHttpServletRequest";

    private static final Logger LOG = LoggerFactory.getLogger(ApiDesk.class);

    static final int OK = 200;
    static final int ACCEPTED = 202;

    private final CreditorsApi creditors;
    private final ClaimsApi claims;
    private final ActionsApi actions;
    private final TasksApi tasks;
    private final DeliveriesApi deliveries;
    private final SettlementsApi settlements;
    private final DifferencesApi differences;
    private final DifferenceActionsApi decisions;
    private final AgreementsApi agreements;
    private final ReportsApi reports;
    private final DeadLettersApi deadLetters;
    private final Texts texts;
    private final ApiDoor door;

    public ApiDesk(
            CreditorsApi creditors,
            ClaimsApi claims,
            ActionsApi actions,
            TasksApi tasks,
            DeliveriesApi deliveries,
            SettlementsApi settlements,
            DifferencesApi differences,
            DifferenceActionsApi decisions,
            AgreementsApi agreements,
            ReportsApi reports,
            DeadLettersApi deadLetters,
            Texts texts,
            ApiDoor door) {
        this.creditors = creditors;
        this.claims = claims;
        this.actions = actions;
        this.tasks = tasks;
        this.deliveries = deliveries;
        this.settlements = settlements;
        this.differences = differences;
        this.decisions = decisions;
        this.agreements = agreements;
        this.reports = reports;
        this.deadLetters = deadLetters;
        this.texts = texts;
        this.door = door;
    }

    public void listCreditors(Exchange exchange) {
        answer(exchange, asked -> creditors.list(asked.caller()));
    }

    public void showCreditor(Exchange exchange) {
        answer(exchange, asked -> creditors.show(asked.path("creditor"), asked.caller()));
    }

    public void scanCreditor(Exchange exchange) {
        answer(exchange, ACCEPTED, asked -> creditors.scan(asked.path("creditor"), asked.caller()));
    }

    public void syncCreditor(Exchange exchange) {
        answer(exchange, ACCEPTED, asked -> creditors.sync(asked.path("creditor"), asked.caller()));
    }

    public void listDecisions(Exchange exchange) {
        answer(exchange, asked -> creditors.decisions(asked.path("creditor"), asked.query(), asked.caller()));
    }

    public void listClaims(Exchange exchange) {
        answer(exchange, asked -> claims.list(asked.query(), asked.caller()));
    }

    public void showClaim(Exchange exchange) {
        answer(exchange, asked -> claims.show(asked.path("key"), asked.caller()));
    }

    public void listActions(Exchange exchange) {
        answer(exchange, asked -> actions.list(asked.path("key"), asked.caller()));
    }

    public void askByHand(Exchange exchange) {
        answer(exchange, asked -> actions.ask(asked.path("key"), asked.body(), asked.caller()));
    }

    public void listTasks(Exchange exchange) {
        answer(exchange, asked -> tasks.list(asked.query(), asked.caller()));
    }

    public void finishTask(Exchange exchange) {
        answer(exchange, asked -> tasks.finish(asked.id(), asked.body(), asked.caller()));
    }

    public void listDeliveries(Exchange exchange) {
        answer(exchange, asked -> deliveries.list(asked.query(), asked.caller()));
    }

    public void showDelivery(Exchange exchange) {
        answer(exchange, asked -> deliveries.show(asked.id(), asked.caller()));
    }

    public void listSettlements(Exchange exchange) {
        answer(exchange, asked -> settlements.list(asked.query(), asked.caller()));
    }

    public void listBookings(Exchange exchange) {
        answer(exchange, asked -> settlements.bookings(asked.query(), asked.caller()));
    }

    public void listDifferences(Exchange exchange) {
        answer(exchange, asked -> differences.list(asked.query(), asked.caller()));
    }

    public void showDifference(Exchange exchange) {
        answer(exchange, asked -> differences.show(asked.id(), asked.caller()));
    }

    public void acknowledgeDifference(Exchange exchange) {
        answer(exchange, asked -> decisions.acknowledge(asked.id(), asked.body(), asked.caller()));
    }

    public void acceptDifference(Exchange exchange) {
        answer(exchange, asked -> decisions.accept(asked.id(), asked.body(), asked.caller()));
    }

    public void fixedDifference(Exchange exchange) {
        answer(exchange, asked -> decisions.fixed(asked.id(), asked.body(), asked.caller()));
    }

    public void rereadDifference(Exchange exchange) {
        answer(exchange, ACCEPTED, asked -> decisions.reread(asked.id(), asked.caller()));
    }

    public void listAgreements(Exchange exchange) {
        answer(exchange, asked -> agreements.show(asked.path("creditor"), asked.query(), asked.caller()));
    }

    public void showReport(Exchange exchange) {
        reply(exchange, asked -> {
            ReportsApi.Document document = reports.show(asked.path("creditor"), asked.query(), asked.caller());
            return new Written(OK, document.type(), document.body());
        });
    }

    public void listDeadLetters(Exchange exchange) {
        answer(exchange, asked -> deadLetters.list(asked.query(), asked.caller()));
    }

    public void showDeadLetter(Exchange exchange) {
        answer(exchange, asked -> deadLetters.show(asked.id(), asked.caller()));
    }

    public void inquireDeadLetter(Exchange exchange) {
        answer(exchange, asked -> deadLetters.inquire(asked.id(), asked.caller()));
    }

    public void retryDeadLetter(Exchange exchange) {
        answer(exchange, asked -> deadLetters.retry(asked.id(), asked.body(), asked.caller()));
    }

    public void correctDeadLetter(Exchange exchange) {
        answer(exchange, asked -> deadLetters.correct(asked.id(), asked.body(), asked.caller()));
    }

    public void closeDeadLetter(Exchange exchange) {
        answer(exchange, asked -> deadLetters.close(asked.id(), asked.body(), asked.caller()));
    }

    void answer(Exchange exchange, Function<Asked, Object> work) {
        answer(exchange, OK, work);
    }

    /** Answers what the work gives, or the problem it throws. */
    void answer(Exchange exchange, int status, Function<Asked, Object> work) {
        reply(exchange, asked -> new Written(status, "application/json", Body.write(work.apply(asked))));
    }

    /** An answer as it goes out. */
    record Written(int status, String type, Object body) {}

    void reply(Exchange exchange, Function<Asked, Written> work) {
        Message message = exchange.getMessage();
        String language = message.getHeader("Accept-Language", String.class);
        try {
            write(message, within(exchange, work));
        } catch (ApiProblem problem) {
            String told = Body.write(Problem.of(problem, texts, language));
            write(message, new Written(problem.status(), Problem.MEDIA_TYPE, told));
            if (problem.code() == ApiProblem.Code.UNAUTHENTICATED) {
                message.setHeader("WWW-Authenticate", "Bearer");
            }
        } catch (RuntimeException unexpected) {
            LOG.error("{} failed", exchange.getFromRouteId(), unexpected);
            write(message, new Written(500, Problem.MEDIA_TYPE, UNEXPECTED));
        }
    }

    private Written within(Exchange exchange, Function<Asked, Written> work) {
        Caller caller = enter(exchange);
        try {
            return work.apply(new Asked(exchange.getMessage(), caller));
        } catch (ApiProblem problem) {
            if (problem.code() == ApiProblem.Code.FORBIDDEN) {
                door.refused(caller, ApiRoutes.of(exchange.getFromRouteId()).id(), problem.getMessage());
            }
            throw problem;
        }
    }

    private Caller enter(Exchange exchange) {
        ApiRoutes.Operation operation = ApiRoutes.of(exchange.getFromRouteId());
        Message message = exchange.getMessage();
        HttpServletRequest request = message.getHeader(REQUEST, HttpServletRequest.class);
        return door.enter(
                new ApiDoor.Knock(
                        request.getHeader("Authorization"),
                        message.getHeader("Accept-Language", String.class),
                        message.getHeader("Idempotency-Key", String.class),
                        request.getRemoteAddr()),
                operation.id(),
                operation.right());
    }

    private static final String UNEXPECTED =
            """
            {"type":"about:blank","title":"Internal error","status":500,"code":"INTERNAL"}""";

    private static void write(Message message, Written answer) {
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, answer.type());
        message.setHeader("Cache-Control", "no-store");
        message.setBody(answer.body());
    }

    /** What was asked, read off the message before its headers go. */
    record Asked(Message message, Caller caller) {

        String path(String name) {
            return message.getHeader(name, String.class);
        }

        long id() {
            String id = path("id");
            if (!id.matches("[0-9]{1,18}")) {
                throw new ApiProblem(ApiProblem.Code.NOT_FOUND, "An id is a whole number");
            }
            return Long.parseLong(id);
        }

        Query query() {
            // As it stood in the address, nothing decoded; the raw query's own header is not set by this server.
            return Query.parse(message.getHeader(Exchange.HTTP_QUERY, String.class));
        }

        String body() {
            return Body.text(bytes());
        }

        byte[] bytes() {
            return LimitedBody.of(message.getHeader(REQUEST, HttpServletRequest.class));
        }
    }
}
