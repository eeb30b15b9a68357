package no.kravbro.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.ClaimKey;
import no.kravbro.delivery.Attempts;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Members that the agency says it has already: their cases tell under which id they came. One that came under an id of ours is
 * adopted, any other is someone else's; what no case could tell stays open.
 */
@Component("caseLookDesk")
public class CaseLookDesk {

    /** Invoice whose case is looked at. */
    static final String INVOICE = "invoiceId";

    private static final String OUTCOMES = "outcomes";
    private static final String MEMBER = "member";
    private static final String EXISTS = "ALREADY_EXISTS";
    /** Reference under which a case's mapping gives the id that it came with. */
    private static final String SUBMISSION = "submission";

    private final Attempts attempts;
    private final AnswerDesk answers;

    public CaseLookDesk(Attempts attempts, AnswerDesk answers) {
        this.attempts = attempts;
        this.answers = answers;
    }

    /** Keeps what the inquiry has told and gives the members whose cases must be looked at. */
    @SuppressWarnings("unchecked")
    public List<Delivery> doubtful(Exchange exchange) {
        Map<Long, Outcome> told = new HashMap<>(exchange.getMessage().getBody(Map.class));
        exchange.setVariable(OUTCOMES, told);
        return Notebook.work(exchange).members().stream()
                .filter(member -> told.get(member.id()) instanceof Outcome.Unknown open && EXISTS.equals(open.cause()))
                .toList();
    }

    /** Notes whose case is to be asked for. */
    public void ask(Exchange exchange) {
        Delivery member = exchange.getMessage().getBody(Delivery.class);
        exchange.setVariable(MEMBER, member);
        exchange.setVariable(INVOICE, ClaimKey.parse(member.claimKey()).invoiceId());
    }

    /** @param call name of the answer table in the agency's profile */
    @SuppressWarnings("unchecked")
    public void seen(Exchange exchange, String call) {
        Delivery member = Notebook.need(exchange, MEMBER, Delivery.class);
        Work work = Notebook.work(exchange);
        Work alone = new Work(
                work.transmissionId(),
                true,
                work.kind(),
                Purpose.INQUIRE,
                work.target(),
                work.creditorId(),
                work.receipt(),
                work.holder(),
                List.of(member));
        Outcome told = answers.read(exchange, alone, call).get(member.id());
        Map<Long, Outcome> outcomes = Notebook.need(exchange, OUTCOMES, Map.class);
        outcomes.put(member.id(), judged(work, member, told, outcomes.get(member.id())));
    }

    private Outcome judged(Work work, Delivery member, Outcome told, Outcome before) {
        if (!(told instanceof Outcome.Accepted found)) {
            return before;
        }
        String submission = found.references().get(SUBMISSION);
        return work.transmissionId().equals(submission)
                        || attempts.transmissions(member.id()).contains(submission)
                ? found
                : new Outcome.Rejected(EXISTS, "Registered there already, and not by this submission");
    }

    /** One outcome per member, the cases' answers among them. */
    @SuppressWarnings("unchecked")
    public Map<Long, Outcome> outcomes(Exchange exchange) {
        return Notebook.need(exchange, OUTCOMES, Map.class);
    }
}
