package no.kravbro.camel;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The documents made of the members of one claimed batch, one after the other; complete when the batch is. */
@Component("joinedDocuments")
public class JoinedDocuments implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange before, Exchange next) {
        if (before == null) {
            return next;
        }
        String all =
                before.getMessage().getBody(String.class) + next.getMessage().getBody(String.class);
        before.getMessage().setBody(all);
        return before;
    }
}
