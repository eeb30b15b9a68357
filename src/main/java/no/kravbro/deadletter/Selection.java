package no.kravbro.deadletter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which letters an action is about: those named, or all that a filter finds on every page. Only open ones are ever taken.
 *
 * @param ids or null for all that the filter finds
 */
public record Selection(List<Long> ids, LetterFilter filter) {

    public Selection {
        ids = ids == null ? null : List.copyOf(ids);
    }

    public static Selection of(List<Long> ids) {
        return new Selection(ids, LetterFilter.OPEN);
    }

    public static Selection all(LetterFilter filter) {
        return new Selection(null, filter);
    }

    /** In one line, for the record. */
    String words() {
        return ids == null
                ? filter.toString()
                : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
