package no.kravbro.camel;

import java.util.List;
import java.util.Map;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Run;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Starts a piece of claimed work on its way and writes down what became of it. */
@Component("workDesk")
public class WorkDesk {

    private final Deliveries deliveries;
    private final Creditors creditors;
    private final RunningBundle bundle;

    public WorkDesk(Deliveries deliveries, Creditors creditors, RunningBundle bundle) {
        this.deliveries = deliveries;
        this.creditors = creditors;
        this.bundle = bundle;
    }

    /** Notes whose work it is and which flow can do it. */
    public void begin(Exchange exchange) {
        Work work = exchange.getMessage().getBody(Work.class);
        exchange.setVariable(Notebook.WORK, work);
        exchange.setVariable(Notebook.CREDITOR, creditors.byId(work.creditorId()));
        exchange.setVariable("port", port(work));
    }

    private static String port(Work work) {
        boolean send = work.purpose() == Purpose.SEND;
        return switch (work.kind()) {
            case SUBMIT_CLAIM -> send ? "claim.submit" : "claim.inquire";
            case REPORT_PAYMENT, REVERSE_PAYMENT -> send ? "claim.report-payment" : "claim.inquire-report";
            case REPORT_CREDIT -> send ? "claim.report-credit" : "claim.inquire-report";
            case BOOK_VOUCHER, BOOK_PAYMENT, BOOK_PROPOSAL -> send ? "payment.book" : "payment.inquire";
            // Repeating the answer unchanged is how it is asked about: the wire promises that it changes nothing.
            case ANSWER_PROPOSAL -> work.target() + ".answer-proposal";
            case CLOSE_POSTINGS -> send ? "tripletex.close-postings" : "tripletex.prove-closing";
            case ATTACH_DOCUMENT -> send ? "tripletex.attach-document" : "tripletex.find-document";
            case POST_STATUS -> send ? "tripletex.post-status" : "tripletex.find-status";
            default -> throw new Refusal("UNEXPECTED", "No flow can do " + work.kind());
        };
    }

    /** Records the outcomes in one transaction; what must be given up comes back. */
    @SuppressWarnings("unchecked")
    public List<GivenUp> record(Exchange exchange) {
        Map<Long, Outcome> outcomes = exchange.getMessage().getBody(Map.class);
        Work work = Notebook.work(exchange);
        return deliveries.record(work, outcomes, run(work));
    }

    Run run(Work work) {
        return new Run(bundle.version(), port(work));
    }

    /** A business no takes the same road to the dead letters as every other failure. */
    public void giveUp(GivenUp givenUp) {
        throw new GivenUpDelivery(givenUp);
    }
}
