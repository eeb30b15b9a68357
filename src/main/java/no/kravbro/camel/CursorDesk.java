package no.kravbro.camel;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.agency.WireAnswer;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Walks through a list behind a cursor that the far side gives and remembers by itself. The cursor is kept when its page has
 * been handled, never before, so a crash reads a page twice and misses none. A cursor that is too old (410) starts anew.
 */
@Component("cursorDesk")
public class CursorDesk {

    /** Set while a list behind a cursor is read. */
    static final String LIST = "cursor-list";

    private static final String NEXT = "cursor-next";
    private static final String PAGES_READ = "pages-read";
    private static final int LONGEST_CURSOR = 255;
    private static final int GONE = 410;
    private static final int MOST_PAGES = 10_000;

    private final JobDesk jobs;

    public CursorDesk(JobDesk jobs) {
        this.jobs = jobs;
    }

    private record Shape(String name, String nextAt, String moreAt, String rowsAt) {}

    /** What a page says of the pages after it. */
    private record Next(String cursor, boolean more) {}

    /**
     * @param name what the list calls the cursor in the query
     * @param nextAt JSON pointer to the cursor behind a page, {@code moreAt} to whether there is more, {@code rowsAt} to its rows
     */
    public void begin(Exchange exchange, String name, String nextAt, String moreAt, String rowsAt) {
        exchange.setVariable(LIST, new Shape(name, nextAt, moreAt, rowsAt));
        exchange.setVariable(PAGES_READ, 0);
        ask(exchange, exchange.getVariable(JobDesk.CURSOR, String.class));
    }

    private static void ask(Exchange exchange, String cursor) {
        String name = Notebook.need(exchange, LIST, Shape.class).name();
        String query = cursor == null ? "" : "&" + name + "=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        exchange.setVariable(PageDesk.PAGE, query);
    }

    /** The rows of the page. An answer that is no page stops the job, which is tried again later. */
    public List<JsonNode> read(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        boolean behindACursor =
                !exchange.getVariable(PageDesk.PAGE, "", String.class).isEmpty();
        if (answer.status() == GONE && behindACursor) {
            exchange.removeVariable(NEXT);
            return List.of();
        }
        Shape list = Notebook.need(exchange, LIST, Shape.class);
        JsonNode page = PageDesk.document(answer);
        JsonNode data = page.at(list.rowsAt());
        String next = page.at(list.nextAt()).asText("");
        if (!data.isArray() || next.isEmpty()) {
            throw new ReadFailed("The page holds no list at " + list.rowsAt() + " or no cursor", null);
        }
        if (next.length() > LONGEST_CURSOR) {
            throw new ReadFailed("The page's cursor is longer than " + LONGEST_CURSOR + " characters", null);
        }
        exchange.setVariable(NEXT, new Next(next, page.at(list.moreAt()).asBoolean()));
        List<JsonNode> rows = new ArrayList<>();
        data.forEach(rows::add);
        return rows;
    }

    /** The page has been handled: the next run goes on behind it. Asks for the next page, or ends the walk. */
    public void handled(Exchange exchange) {
        int read = exchange.getVariable(PAGES_READ, Integer.class) + 1;
        if (read >= MOST_PAGES) {
            throw new IllegalStateException("The list has no end: " + read + " pages read");
        }
        exchange.setVariable(PAGES_READ, read);
        Next next = exchange.getVariable(NEXT, Next.class);
        if (next == null) {
            ask(exchange, null);
            return;
        }
        exchange.setVariable(JobDesk.CURSOR, next.cursor());
        jobs.keep(exchange);
        if (next.more()) {
            ask(exchange, next.cursor());
        } else {
            exchange.removeVariable(PageDesk.PAGE);
        }
    }
}
