package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.JsonFault;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Walks through the pages of a list by the token that each page gives for the next. */
@Component("pageDesk")
public class PageDesk {

    /** Holds the query part for the coming page, empty for the first; not set when there is none. */
    static final String PAGE = "page";

    private static final String LIST = "page-list";
    private static final String PAGES_READ = "pages-read";
    private static final int MOST_PAGES = 10_000;

    private final JobDesk jobs;

    public PageDesk(JobDesk jobs) {
        this.jobs = jobs;
    }

    private record Shape(String tokenName, String tokenAt, String rowsAt) {}

    /**
     * @param tokenName what this list calls the token in the query
     * @param tokenAt JSON pointer to the token for the next page
     * @param rowsAt JSON pointer to the rows
     */
    public void begin(Exchange exchange, String tokenName, String tokenAt, String rowsAt) {
        exchange.setVariable(LIST, new Shape(tokenName, tokenAt, rowsAt));
        exchange.setVariable(PAGES_READ, 0);
        exchange.setVariable(PAGE, "");
    }

    /** The rows of the page; an answer that is no page stops the job, which is tried again later. */
    public List<JsonNode> read(Exchange exchange) {
        Shape list = Notebook.need(exchange, LIST, Shape.class);
        JsonNode page = document(exchange.getMessage().getBody(WireAnswer.class));
        JsonNode data = page.at(list.rowsAt());
        if (!data.isArray()) {
            throw new ReadFailed("The page holds no list at " + list.rowsAt(), null);
        }
        jobs.holdOn(exchange);
        next(exchange, list, page.at(list.tokenAt()).asText(""));
        List<JsonNode> rows = new ArrayList<>();
        data.forEach(rows::add);
        return rows;
    }

    /** The document that is the answer to a reading; anything else stops the job, which is tried again later. */
    static JsonNode document(WireAnswer answer) {
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        if (answer.body().equals(WireAnswer.NO_TEXT)) {
            throw new ReadFailed("The page is not written in UTF-8", null);
        }
        try {
            return ExactJson.read(answer.body());
        } catch (JsonProcessingException garbled) {
            // The cause is left out on purpose: its message may quote the document.
            throw new ReadFailed("The page " + JsonFault.words(garbled), null);
        }
    }

    private static void next(Exchange exchange, Shape list, String token) {
        int read = exchange.getVariable(PAGES_READ, Integer.class) + 1;
        if (read >= MOST_PAGES) {
            throw new IllegalStateException("The list has no end: " + read + " pages read");
        }
        exchange.setVariable(PAGES_READ, read);
        if (token.isEmpty() || "null".equals(token)) {
            exchange.removeVariable(PAGE);
        } else {
            exchange.setVariable(PAGE, "&" + list.tokenName() + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        }
    }
}
