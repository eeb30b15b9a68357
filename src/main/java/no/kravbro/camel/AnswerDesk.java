package no.kravbro.camel;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.AnswerTable;
import no.kravbro.agency.Answers;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.Mappings;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Turns a wire answer into outcomes by the table of the far side. */
@Component("answerDesk")
public class AnswerDesk {

    private final AgencyProfiles profiles;
    private final Mappings mappings;

    public AnswerDesk(AgencyProfiles profiles, Mappings mappings) {
        this.profiles = profiles;
        this.mappings = mappings;
    }

    /** @param call name of the answer table in the far side's profile */
    public Map<Long, Outcome> read(Exchange exchange, String call) {
        return read(exchange, Notebook.work(exchange), call);
    }

    /** The same about another work than the exchange's own. */
    Map<Long, Outcome> read(Exchange exchange, Work work, String call) {
        AnswerTable table = table(work.target(), call);
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        return Answers.read(table, body -> mappings.applyTo(table.map(), body), answer, work);
    }

    /** Why the exchange's own work must not be sent, by the answer to a question about what stands there; empty when it may. */
    Optional<Outcome> obstacle(Exchange exchange, String call, Predicate<String> ours) {
        Work work = Notebook.work(exchange);
        AnswerTable table = table(work.target(), call);
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        return Answers.obstacle(table, body -> mappings.applyTo(table.map(), body), answer, work, ours);
    }

    private AnswerTable table(String agency, String call) {
        AnswerTable table = profiles.of(agency).answers().get(call);
        if (table == null) {
            throw new IllegalStateException("The profile of " + agency + " has no answers for " + call);
        }
        return table;
    }
}
