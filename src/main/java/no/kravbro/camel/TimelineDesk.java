package no.kravbro.camel;

import no.kravbro.delivery.Timeline;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Notes on a claim's timeline what happened, by reference; never bodies. */
@Component("timelineDesk")
public class TimelineDesk {

    static final String CLAIM = "claim";
    static final String WHAT = "what";
    static final String REFERENCE = "reference";

    private final Timeline timeline;

    public TimelineDesk(Timeline timeline) {
        this.timeline = timeline;
    }

    public void note(Exchange exchange) {
        String claim = exchange.getVariable(CLAIM, String.class);
        if (claim != null) {
            timeline.note(
                    claim, Notebook.need(exchange, WHAT, String.class), exchange.getVariable(REFERENCE, String.class));
        }
    }
}
