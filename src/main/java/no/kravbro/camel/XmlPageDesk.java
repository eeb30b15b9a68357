package no.kravbro.camel;

import java.util.List;
import no.kravbro.agency.SafeXml;
import no.kravbro.agency.WireAnswer;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Walks through the numbered pages of a list in SOAP answers; a list that names its moment is read as of that moment. */
@Component("xmlPageDesk")
public class XmlPageDesk {

    /** Number of the coming page; not set when there is none. */
    static final String PAGE = "page";
    /** The element that freezes the list for its next pages; empty for the first. */
    static final String MOMENT = "moment";

    private static final String LIST = "page-list";
    private static final int MOST_PAGES = 10_000;

    /** What pages of a list are made of: the row's name, a child that is no part of its content, more and moment. */
    private record Shape(String row, String without, String more, String moment) {}

    private final JobDesk jobs;

    public XmlPageDesk(JobDesk jobs) {
        this.jobs = jobs;
    }

    /**
     * @param row name of a row's element
     * @param without a child that comes and goes and is no part of a row's content, or empty
     * @param more name of the element that says whether another page follows
     * @param moment name of the element that freezes the list, in answers and requests, or empty
     */
    public void begin(Exchange exchange, String row, String without, String more, String moment) {
        exchange.setVariable(LIST, new Shape(row, without, more, moment));
        exchange.setVariable(PAGE, 1);
        exchange.setVariable(MOMENT, "");
    }

    /** The rows of the page, each as XML text; an answer that is no page stops the job, which is tried again later. */
    public List<String> read(Exchange exchange) {
        Shape list = Notebook.need(exchange, LIST, Shape.class);
        Element page = document(exchange.getMessage().getBody(WireAnswer.class));
        String more = SafeXml.text(page, list.more());
        if (more == null) {
            throw new ReadFailed("The page does not say whether another follows", null);
        }
        jobs.holdOn(exchange);
        next(exchange, list, page, more.equals("true") || more.equals("1"));
        return SafeXml.children(page, list.row()).stream()
                .map(row -> SafeXml.plain(row, list.without()))
                .toList();
    }

    /** Parts of the XML document in the body, each as text. @param without a child that is no part of their content */
    public List<String> parts(Exchange exchange, String name, String without) {
        Element whole = SafeXml.parse(exchange.getMessage().getBody(String.class));
        return SafeXml.children(whole, name).stream()
                .map(part -> SafeXml.plain(part, without))
                .toList();
    }

    private static Element document(WireAnswer answer) {
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        if (answer.body().equals(WireAnswer.NO_TEXT)) {
            throw new ReadFailed("The page is not written in UTF-8", null);
        }
        try {
            Element body = SafeXml.child(SafeXml.parse(answer.body()), "Body");
            if (body != null && !SafeXml.children(body, null).isEmpty()) {
                return SafeXml.children(body, null).get(0);
            }
        } catch (IllegalArgumentException garbled) {
            throw new ReadFailed(garbled.getMessage(), null);
        }
        throw new ReadFailed("The answer is no envelope with a document", null);
    }

    private static void next(Exchange exchange, Shape list, Element page, boolean more) {
        int read = exchange.getVariable(PAGE, Integer.class);
        if (read >= MOST_PAGES) {
            throw new IllegalStateException("The list has no end: " + read + " pages read");
        }
        if (!more) {
            exchange.removeVariable(PAGE);
            return;
        }
        exchange.setVariable(PAGE, read + 1);
        Element moment = list.moment().isEmpty() ? null : SafeXml.child(page, list.moment());
        if (moment != null) {
            exchange.setVariable(MOMENT, SafeXml.plain(moment, null));
        }
    }
}
