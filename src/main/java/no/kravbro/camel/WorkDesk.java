package no.kravbro.camel;

import java.util.List;
import java.util.Map;
import no.kravbro.delivery.Dispatch;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Result;
import no.kravbro.delivery.Run;
import no.kravbro.delivery.Together;
import no.kravbro.delivery.Work;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Starts a piece of claimed work on its way and writes down what became of it. */
@Component("workDesk")
public class WorkDesk {

    private static final String HOLDER = "holder";

    private final Dispatch dispatch;
    private final Together together;
    private final ServedBy servedBy;
    private final RunningBundle bundle;

    public WorkDesk(Dispatch dispatch, Together together, ServedBy servedBy, RunningBundle bundle) {
        this.dispatch = dispatch;
        this.together = together;
        this.servedBy = servedBy;
        this.bundle = bundle;
    }

    /** The works of claimed rows. What becomes of them is recorded together. */
    public Iterable<Work> claimed(Exchange exchange, @Body List<Map<String, Object>> rows) {
        String holder = (String) rows.get(0).get("holder");
        exchange.setVariable(HOLDER, holder);
        together.begin(holder);
        return dispatch.inTurn(rows);
    }

    /** Records what is still held back of the claim, when all its works have come back. */
    public List<GivenUp> rest(Exchange exchange) {
        return together.end(Notebook.need(exchange, HOLDER, String.class));
    }

    /** Notes whose work it is and which flow can do it. */
    public void begin(Exchange exchange) {
        Work work = exchange.getMessage().getBody(Work.class);
        exchange.setVariable(Notebook.WORK, work);
        exchange.setVariable(Notebook.CREDITOR, servedBy.of(work));
        exchange.setVariable("port", port(work));
        Ready ready = exchange.getVariable(ReadyDesk.READY, Ready.class);
        Ready.Stored stored = ready == null ? null : ready.of(work);
        if (stored != null) {
            exchange.setVariable(TransmissionDesk.PREPARED, stored);
            exchange.setVariable(Notebook.REQUEST, stored.request());
        }
    }

    private static String port(Work work) {
        boolean send = work.purpose() == Purpose.SEND;
        return switch (work.kind()) {
            case SUBMIT_CLAIM -> send ? "claim.submit" : "claim.inquire";
            case REPORT_PAYMENT, REVERSE_PAYMENT -> send ? "claim.report-payment" : "claim.inquire-report";
            case REPORT_CREDIT -> send ? "claim.report-credit" : "claim.inquire-report";
            case INSTRUCT -> send ? "claim.instruct" : "claim.inquire-instruction";
            case BOOK_VOUCHER, BOOK_PAYMENT, BOOK_PROPOSAL -> send ? "payment.book" : "payment.inquire";
            // Repeating the answer unchanged is how it is asked about: the wire promises that it changes nothing.
            case ANSWER_PROPOSAL -> work.target() + ".answer-proposal";
            case CLOSE_POSTINGS -> send ? "tripletex.close-postings" : "tripletex.prove-closing";
            case ATTACH_DOCUMENT -> send ? "tripletex.attach-document" : "tripletex.find-document";
            case POST_STATUS -> send ? "tripletex.post-status" : "tripletex.find-status";
            default -> throw new Refusal("UNEXPECTED", "No flow can do " + work.kind());
        };
    }

    /** Records the outcomes, with others of its claim; what must be given up comes back. */
    @SuppressWarnings("unchecked")
    public List<GivenUp> record(Exchange exchange) {
        Map<Long, Outcome> outcomes = exchange.getMessage().getBody(Map.class);
        Work work = Notebook.work(exchange);
        return together.record(new Result(work, outcomes, run(work)));
    }

    Run run(Work work) {
        return new Run(bundle.version(), port(work));
    }

    /** A business no takes the same road to the dead letters as every other failure. */
    public void giveUp(GivenUp givenUp) {
        throw new GivenUpDelivery(givenUp);
    }
}
