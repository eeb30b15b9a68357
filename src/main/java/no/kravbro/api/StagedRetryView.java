package no.kravbro.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.Texts;
import no.kravbro.deadletter.Retry;
import no.kravbro.deadletter.StagedRetries.Progress;
import no.kravbro.deadletter.StagedRetry;

/**
 * How far a staged retry is.
 *
 * @param words its state in the caller's language
 * @param reason why it has stopped itself, in the caller's language, or null
 * @param beginsAt until then all of it can be undone
 * @param counts letters by state; the sum is that of all letters
 * @param newcomers letters with the same fix that have come since and are not part of it
 */
public record StagedRetryView(
        long id,
        String planId,
        String state,
        String words,
        int stage,
        String reason,
        Long stoppedBy,
        String who,
        Instant beginsAt,
        Instant changedAt,
        Map<String, Long> counts,
        int newcomers,
        List<Item> letters) {

    /** One letter of it. */
    public record Item(
            long letterId,
            int stage,
            String state,
            String words,
            String detail,
            Instant requestedAt,
            Instant queuedAt,
            Instant endedAt) {}

    static StagedRetryView of(Progress progress, Texts texts, Locale language) {
        StagedRetry staged = progress.staged();
        Map<String, Long> counts = new TreeMap<>();
        progress.counts().forEach((state, number) -> counts.put(state.name(), number));
        return new StagedRetryView(
                staged.id(),
                staged.planId(),
                staged.state().name(),
                texts.of(staged.state().key(), language),
                staged.stage(),
                staged.reason() == null ? null : texts.of(staged.reason().key(), language),
                staged.stoppedBy(),
                staged.who(),
                staged.beginsAt(),
                staged.changedAt(),
                counts,
                progress.newcomers(),
                progress.retries().stream()
                        .map(retry -> item(retry, texts, language))
                        .toList());
    }

    static Item item(Retry retry, Texts texts, Locale language) {
        return new Item(
                retry.letterId(),
                retry.stage(),
                retry.state().name(),
                texts.of(retry.state().key(), language),
                retry.detail(),
                retry.requestedAt(),
                retry.queuedAt(),
                retry.endedAt());
    }
}
