package no.kravbro.camel;

import org.apache.camel.Exchange;

/**
 * A flow that is only tried: it ends where the first thing would be kept, right before anything is sent. Whoever tries it
 * sets the variable and takes from it what would have been sent.
 */
final class Trying {

    private static final String NAME = "trying-out";

    private String content;

    private Trying() {}

    static Trying begin(Exchange exchange) {
        Trying trying = new Trying();
        exchange.setVariable(NAME, trying);
        return trying;
    }

    static boolean is(Exchange exchange) {
        return exchange.getVariable(NAME) != null;
    }

    /** True when the flow is only tried, and has ended here. */
    static boolean end(Exchange exchange, String content) {
        Trying trying = exchange.getVariable(NAME, Trying.class);
        if (trying == null) {
            return false;
        }
        trying.content = content;
        exchange.setRouteStop(true);
        return true;
    }

    /** What would have been sent, or null when the flow did not come so far. */
    String content() {
        return content;
    }
}
