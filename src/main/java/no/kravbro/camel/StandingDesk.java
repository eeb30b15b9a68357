package no.kravbro.camel;

import java.util.Map;
import java.util.Optional;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Looks at what stands under our key where a write replaces it, so that no open case of somebody else's is taken over. For
 * works of one member.
 */
@Component("standingDesk")
public class StandingDesk {

    private static final String CLAIMS = "claims";
    private static final String OBSTACLE = "obstacle";

    private final AnswerDesk answers;
    private final Transmissions transmissions;

    public StandingDesk(AnswerDesk answers, Transmissions transmissions) {
        this.answers = answers;
        this.transmissions = transmissions;
    }

    /** Puts aside what is to be sent, for the question has an answer of its own. */
    public void begin(Exchange exchange) {
        exchange.setVariable(CLAIMS, exchange.getMessage().getBody());
    }

    /**
     * Leaves what is to be sent on the message, or, where it must not be sent, what became of it; {@code obstacle} is set
     * then.
     *
     * @param call name of the inquiry's answer table in the agency's profile
     */
    public void look(Exchange exchange, String call) {
        Work work = Notebook.work(exchange);
        Delivery member = work.members().get(0);
        Optional<Outcome> obstacle = answers.obstacle(exchange, call, id -> transmissions.exists(work, id));
        obstacle.ifPresent(outcome -> exchange.setVariable(OBSTACLE, outcome));
        exchange.getMessage()
                .setBody(obstacle.isPresent() ? Map.of(member.id(), obstacle.get()) : exchange.getVariable(CLAIMS));
        exchange.removeVariable(CLAIMS);
    }
}
