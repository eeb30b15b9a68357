package no.kravbro.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.api.story.CaseHistory;
import no.kravbro.api.story.CaseWaits;
import no.kravbro.api.story.Sight;
import no.kravbro.claim.story.Awaited;
import no.kravbro.claim.story.Happening;
import no.kravbro.claim.story.Teller;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import org.springframework.stereotype.Service;

/** What happened to a claim and what it waits for, in the caller's words and as far as the caller may see it. */
@Service
public class ClaimStory {

    private final Claims claims;
    private final CaseHistory history;
    private final CaseWaits waits;
    private final Texts texts;

    ClaimStory(Claims claims, CaseHistory history, CaseWaits waits, Texts texts) {
        this.claims = claims;
        this.history = history;
        this.waits = waits;
        this.texts = texts;
    }

    /**
     * One thing that happened. Amounts in øre.
     *
     * @param at when it was written down here
     * @param receivedAt when it came in from outside, where that is known
     * @param happenedOn the Oslo day it happened on, where somebody told
     * @param from AGENCY, BOOKS, PERSON or KRAVBRO
     * @param words what happened, in the caller's language
     * @param leftOre what is left of the principal after it, where it changed that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Event(
            Instant at,
            Instant receivedAt,
            LocalDate happenedOn,
            String from,
            String kind,
            String what,
            String words,
            String reference,
            String who,
            Long amountOre,
            Long leftOre) {}

    /**
     * One thing that is waited for.
     *
     * @param words what, {@code otherwise} what happens when it does not come; in the caller's language
     * @param from AGENCY, BOOKS, PERSON or KRAVBRO, and {@code name} the agency's
     * @param until the last Oslo day in time, and {@code untilAt} the last moment where a day is not enough
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wait(
            String what,
            String words,
            String otherwise,
            String from,
            String name,
            Instant since,
            LocalDate until,
            Instant untilAt,
            String reference) {}

    /** Oldest first. */
    List<Event> events(String key, Caller caller) {
        Locale language = Texts.language(caller.language());
        Sight sight = new Sight(
                caller.access().may(Right.READ_MONEY),
                caller.access().may(Right.READ_TASKS),
                caller.access().may(Right.READ_LETTERS));
        return history.of(claim(key), sight).stream()
                .map(each -> event(each, language))
                .toList();
    }

    /** What needs a person first. */
    List<Wait> waits(String key, Caller caller) {
        Locale language = Texts.language(caller.language());
        return waits.of(claim(key)).stream().map(each -> wait(each, language)).toList();
    }

    private ClaimRow claim(String key) {
        return claims.find(key).orElseThrow();
    }

    private Event event(Happening happening, Locale language) {
        return new Event(
                happening.recordedAt(),
                happening.receivedAt(),
                happening.happenedOn(),
                happening.teller().name(),
                happening.kind(),
                happening.what(),
                words(happening.words(), language),
                happening.reference(),
                happening.who(),
                happening.amountOre(),
                happening.leftOre());
    }

    private Wait wait(Awaited awaited, Locale language) {
        String key = "wait." + awaited.what();
        String name = awaited.name() == null ? texts.of("teller." + Teller.BOOKS, language) : awaited.name();
        String words = words(awaited.words(), language);
        return new Wait(
                awaited.what(),
                texts.of(key, language, name, words),
                texts.of(key + ".else", language, name, words),
                awaited.from().name(),
                awaited.name(),
                awaited.since(),
                awaited.until(),
                awaited.untilAt(),
                awaited.reference());
    }

    /** A stage or mark we have no word for stays as the agency writes it. */
    private String words(List<String> keys, Locale language) {
        return keys.stream()
                .map(key -> texts.find(key, language).orElseGet(() -> key.substring(key.indexOf('.') + 1)))
                .collect(Collectors.joining(": "));
    }
}
