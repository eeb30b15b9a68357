package no.kravbro.camel;

import java.util.List;
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

    /** Notes by reference, where several things happened at once. */
    static final String NOTES = "notes";

    @SuppressWarnings("unchecked")
    public void note(Exchange exchange) {
        List<Timeline.Note> notes = exchange.getVariable(NOTES, List.class);
        if (notes != null) {
            timeline.note(notes);
            return;
        }
        String claim = exchange.getVariable(CLAIM, String.class);
        if (claim != null) {
            timeline.note(
                    claim, Notebook.need(exchange, WHAT, String.class), exchange.getVariable(REFERENCE, String.class));
        }
    }
}
