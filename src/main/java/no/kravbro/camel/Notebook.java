package no.kravbro.camel;

import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;

/** Names of the variables that routes work with, and typed access to them. Headers are for the wire alone. */
final class Notebook {

    static final String WORK = "work";
    static final String CREDITOR = "creditor";
    static final String REQUEST = "request";
    static final String METHOD = "method";
    static final String PATH = "path";
    static final String QUERY = "query";
    /** Variables with this prefix become headers of the next call, without the prefix. */
    static final String WIRE_HEADER = "wire-";

    private Notebook() {}

    static Work work(Exchange exchange) {
        return need(exchange, WORK, Work.class);
    }

    static Creditor creditor(Exchange exchange) {
        return need(exchange, CREDITOR, Creditor.class);
    }

    static <T> T need(Exchange exchange, String name, Class<T> type) {
        T value = exchange.getVariable(name, type);
        if (value == null) {
            throw new IllegalStateException("Variable " + name + " is not set in " + exchange.getFromRouteId());
        }
        return value;
    }
}
