package no.kravbro.camel;

import java.util.Map;
import no.kravbro.agency.Adoption;
import no.kravbro.delivery.Attempts;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Leads the questions about what the agency has already: was it this submission under an earlier id of ours? */
@Component("adoptionDesk")
public class AdoptionDesk {

    /** The earlier transmission that is asked about now; not set when nothing is left to ask. */
    static final String EARLIER = "earlier";

    private static final String ADOPTION = "adoption";

    private final Attempts attempts;
    private final AnswerDesk answers;

    public AdoptionDesk(Attempts attempts, AnswerDesk answers) {
        this.attempts = attempts;
        this.answers = answers;
    }

    /** Begins with what the inquiry has told. */
    @SuppressWarnings("unchecked")
    public void begin(Exchange exchange) {
        Map<Long, Outcome> told = exchange.getMessage().getBody(Map.class);
        next(exchange, Adoption.of(Notebook.work(exchange), told, member -> attempts.transmissions(member.id())));
    }

    /** @param call name of the answer table in the agency's profile */
    public void heard(Exchange exchange, String call) {
        Adoption adoption = Notebook.need(exchange, ADOPTION, Adoption.class);
        adoption.answered(answers.read(exchange, adoption.question(), call));
        next(exchange, adoption);
    }

    private static void next(Exchange exchange, Adoption adoption) {
        Work question = adoption.question();
        exchange.setVariable(ADOPTION, adoption);
        if (question == null) {
            exchange.removeVariable(EARLIER);
            exchange.getMessage().setBody(adoption.outcomes());
        } else {
            exchange.setVariable(EARLIER, question);
        }
    }
}
