package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.agency.WireAnswer;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.InvoicePapers;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.tripletex.Scan;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Fetches an invoice as PDF, and the reminders sent of it, for the evidence of a claim. */
@Component("evidenceDesk")
public class EvidenceDesk implements InvoicePapers {

    private static final String INVOICE = "invoice-pdf";
    private static final int OLDEST_DAYS = 3650;
    private static final int GONE = 404;

    private final Creditors creditors;
    private final ProducerTemplate sender;
    private final Clock clock;

    public EvidenceDesk(Creditors creditors, @Lazy ProducerTemplate sender, Clock clock) {
        this.creditors = creditors;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Papers of(ClaimRow claim) {
        Exchange asked = sender.request("direct:tripletex.fetch-evidence", exchange -> {
            exchange.setVariable(WithdrawalDesk.CLAIM, claim);
            exchange.setVariable(Notebook.CREDITOR, creditors.byId(claim.creditorId()));
        });
        if (asked.getException() instanceof ReadFailed failed) {
            throw new ApiProblem(ApiProblem.Code.NO_ANSWER, "Tripletex: " + failed.cause());
        }
        if (asked.getException() != null) {
            throw new IllegalStateException("The invoice could not be fetched", asked.getException());
        }
        return asked.getMessage().getBody(Papers.class);
    }

    private static ClaimRow claim(Exchange exchange) {
        return Notebook.need(exchange, WithdrawalDesk.CLAIM, ClaimRow.class);
    }

    public void askInvoice(Exchange exchange) {
        exchange.setVariable(
                Notebook.REQUEST, TripletexRequests.invoicePdf(claim(exchange).invoiceId()));
    }

    /** One that was deleted is none; what does not answer ends the whole. */
    public void keepInvoice(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200 && answer.status() != GONE) {
            throw new ReadFailed(answer);
        }
        exchange.setVariable(
                INVOICE, answer.status() == GONE ? null : answer.body().getBytes(StandardCharsets.ISO_8859_1));
    }

    public void askReminders(Exchange exchange) {
        exchange.setVariable(
                Notebook.REQUEST,
                TripletexRequests.reminders(
                        claim(exchange).invoiceId(), Scan.reachingBack(OsloDay.today(clock), OLDEST_DAYS)));
    }

    public Papers papers(Exchange exchange) throws JsonProcessingException {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        List<Notice> notices = new ArrayList<>();
        for (JsonNode each : ExactJson.read(answer.body()).path("values")) {
            notices.add(new Notice(
                    day(each, "reminderDate"),
                    each.path("type").asText(""),
                    day(each, "termOfPayment"),
                    each.hasNonNull("charge") ? each.get("charge").asText() : null));
        }
        return new Papers(exchange.getVariable(INVOICE, byte[].class), notices);
    }

    private static LocalDate day(JsonNode reminder, String field) {
        String day = reminder.path(field).asText("");
        return day.isEmpty() ? null : LocalDate.parse(day);
    }
}
