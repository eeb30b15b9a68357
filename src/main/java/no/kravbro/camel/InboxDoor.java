package no.kravbro.camel;

import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Refusal;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.springframework.stereotype.Component;

/**
 * The inbox as Camel's idempotent consumer sees it. A key is added together with its payload in one transaction and stays
 * for good: what was let in but not worked on is taken up from the inbox, behind this door, never through it again.
 */
@Component("inboxDoor")
public class InboxDoor implements IdempotentRepository {

    /** Separates source and key. */
    static final String SEPARATOR = "/";

    /** What was said already about the row in hand, when its page was let in. */
    static final String LET_IN = "let-in";

    private final Inbox inbox;

    public InboxDoor(Inbox inbox) {
        this.inbox = inbox;
    }

    /** True when it is new. The same key with other content is refused loudly. */
    @Override
    public boolean add(Exchange exchange, String key) {
        int cut = key.indexOf(SEPARATOR);
        String source = key.substring(0, cut);
        Inbox.Entry said = exchange.getVariable(LET_IN, Inbox.Entry.class);
        return switch (said == null ? enter(exchange, source, key.substring(cut + 1)) : said) {
            case NEW -> true;
            case DUPLICATE -> false;
            case CHANGED -> throw new Refusal("CONTENT_CHANGED", key + " came again with other content");
        };
    }

    private Inbox.Entry enter(Exchange exchange, String source, String key) {
        Creditor creditor = exchange.getVariable(Notebook.CREDITOR, Creditor.class);
        String creditorId = creditor == null ? null : creditor.id();
        return inbox.enter(source, key, creditorId, exchange.getMessage().getBody(String.class));
    }

    @Override
    public boolean contains(Exchange exchange, String key) {
        return contains(key);
    }

    @Override
    public boolean contains(String key) {
        int cut = key.indexOf(SEPARATOR);
        return inbox.contains(key.substring(0, cut), key.substring(cut + 1));
    }

    @Override
    public boolean add(String key) {
        throw new UnsupportedOperationException("Without its message a key must not be taken as received");
    }

    /** Never: a key that is forgotten could be booked twice. */
    @Override
    public boolean remove(String key) {
        return false;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("The inbox is never emptied");
    }

    @Override
    public void start() {
        // Nothing to open: the memory is the database.
    }

    @Override
    public void stop() {
        // Nothing to close, and nothing to forget when a route that uses it stops.
    }
}
