package no.kravbro.claim.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What is waited for.
 *
 * @param what code; {@code wait.<what>} says it, {@code wait.<what>.else} what happens when it does not come
 * @param words keys of the words that say what exactly, or none
 * @param name whom it is from where that is an agency, or null
 * @param since when the waiting began
 * @param until the last Oslo day in time, or null where there is none
 * @param untilAt the last moment in time where the day is not enough, or null
 * @param reference what a person can look up, or null
 */
public record Awaited(
        String what,
        List<String> words,
        Teller from,
        String name,
        Instant since,
        LocalDate until,
        Instant untilAt,
        String reference) {

    /** What needs a person first, and of that what ends first. */
    public static final Comparator<Awaited> FIRST = Comparator.comparing((Awaited each) -> each.from() != Teller.PERSON)
            .thenComparing(Awaited::until, Comparator.nullsLast(Comparator.naturalOrder()));

    public Awaited {
        words = List.copyOf(words);
    }
}
