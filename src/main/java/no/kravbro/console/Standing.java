package no.kravbro.console;

import java.util.HashMap;
import java.util.Map;
import no.kravbro.api.Query;

/** The question of a work list: what waits, unless another state, or {@code ALL}, is asked for. */
final class Standing {

    private static final String STATE = "state";
    private static final String ALL = "ALL";
    private static final String OPEN = "OPEN";

    private Standing() {}

    static Query of(Map<String, String> given) {
        Map<String, String> asked = new HashMap<>(given);
        for (Choices choice : Choices.values()) {
            asked.remove(choice.parameter());
        }
        asked.values().removeIf(String::isBlank);
        asked.putIfAbsent(STATE, OPEN);
        asked.remove(STATE, ALL);
        return Query.of(asked).ofPage();
    }

    /** As a page shows it. */
    static String shown(Map<String, String> given) {
        String state = given.getOrDefault(STATE, "");
        return state.isBlank() ? OPEN : state;
    }
}
