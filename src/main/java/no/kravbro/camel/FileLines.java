package no.kravbro.camel;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Puts the lines of one batch together in their order; complete when the batch ends, and never kept beyond it. */
@Component("fileLines")
public class FileLines implements AggregationStrategy {

    @Override
    public Exchange aggregate(Exchange before, Exchange line) {
        List<String> lines = before == null ? new ArrayList<>() : new ArrayList<>(lines(before));
        lines.add(line.getMessage().getBody(String.class));
        line.getMessage().setBody(lines);
        return line;
    }

    @SuppressWarnings("unchecked")
    static List<String> lines(Exchange exchange) {
        return exchange.getMessage().getBody(List.class);
    }
}
