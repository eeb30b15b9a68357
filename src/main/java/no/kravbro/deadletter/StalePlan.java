package no.kravbro.deadletter;

import java.util.EnumMap;
import java.util.Map;

/** A plan is not applied: its letters are not any more what a person agreed to. Nothing was changed. */
public final class StalePlan extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What has happened to a letter since its plan was made, the first that applies. */
    public enum Change {
        SOLVED,
        CLOSED,
        RETRIED,
        PAID,
        NOT_WANTED,
        FAILED_ANEW,
        CONTENT,
        NOT_LOOKED;

        /** Key of its words; the argument is how many. */
        public String key() {
            return "changed." + name();
        }
    }

    private final transient Map<Change, Integer> changes;
    private final int members;

    StalePlan(Map<Change, Integer> changes, int members) {
        super(changes.values().stream().mapToInt(Integer::intValue).sum() + " of " + members
                + " changed since the preview: " + changes);
        this.changes = new EnumMap<>(changes);
        this.members = members;
    }

    /** How many letters have changed in which way. */
    public Map<Change, Integer> changes() {
        return Map.copyOf(changes);
    }

    public int changed() {
        return changes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many letters would have been sent again. */
    public int members() {
        return members;
    }
}
