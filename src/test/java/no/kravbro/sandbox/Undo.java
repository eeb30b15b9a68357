package no.kravbro.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What every key held when it was marked, so that a test can live the same hour again. Nothing is kept before the first mark. */
final class Undo {

    private record Place(Object map, String key) {}

    private record Was(String value, Consumer<String> back) {}

    private final Map<Place, Was> changed = new LinkedHashMap<>();
    private boolean marked;

    synchronized void mark() {
        marked = true;
        changed.clear();
    }

    /** To be said before a change. @param map compared by identity of its object */
    synchronized void before(Object map, String key, String value, Consumer<String> back) {
        if (marked) {
            changed.putIfAbsent(new Place(map, key), new Was(value, back));
        }
    }

    synchronized void rewind() {
        changed.values().forEach(was -> was.back().accept(was.value()));
        changed.clear();
    }
}
