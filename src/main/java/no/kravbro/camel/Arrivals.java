package no.kravbro.camel;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.delivery.Inbox;
import no.kravbro.money.Settlement;

/** A page of what has come: let in together before it is looked at one by one, and entered together behind it. For one thread. */
final class Arrivals {

    private final Map<Object, Let> rows = new IdentityHashMap<>();
    private final List<Checked> checked = new ArrayList<>();

    /** What the door said about a row of the page. */
    record Let(DeadLetterDesk.Received received, Inbox.Entry entry) {}

    /** One that is to be entered. */
    record Checked(DeadLetterDesk.Received received, Settlement settlement) {}

    void let(Object row, Let said) {
        rows.put(row, said);
    }

    /** Null for what is no row of this page. */
    Let of(Object row) {
        return rows.get(row);
    }

    void add(DeadLetterDesk.Received received, Settlement settlement) {
        checked.add(new Checked(received, settlement));
    }

    List<Checked> checked() {
        return List.copyOf(checked);
    }
}
