package no.kravbro.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import no.kravbro.api.ClaimStory;
import no.kravbro.api.ClaimsApi;
import no.kravbro.claim.OsloDay;

/** What happened to a claim as its page shows it. */
final class CaseStory {

    /** Whoever reads the page does not tell moments apart that are nearer. */
    private static final Duration SAME = Duration.ofMinutes(1);

    private CaseStory() {}

    /** As told, but for days and moments that would only repeat when it was written down. */
    record Step(
            Instant at,
            Instant receivedAt,
            LocalDate happenedOn,
            String from,
            String words,
            String reference,
            String who,
            Long amountOre,
            Long leftOre) {

        private static Step of(ClaimStory.Event event) {
            boolean heard = event.receivedAt() != null
                    && Duration.between(event.receivedAt(), event.at()).compareTo(SAME) >= 0;
            boolean another = event.happenedOn() != null && !event.happenedOn().equals(OsloDay.of(event.at()));
            return new Step(
                    event.at(),
                    heard ? event.receivedAt() : null,
                    another ? event.happenedOn() : null,
                    event.from(),
                    event.words(),
                    event.reference(),
                    event.who(),
                    event.amountOre(),
                    event.leftOre());
        }
    }

    static List<Step> newestFirst(List<ClaimStory.Event> events) {
        return IntStream.rangeClosed(1, events.size())
                .mapToObj(back -> Step.of(events.get(events.size() - back)))
                .toList();
    }

    /** What payments to the creditor, credit notes and the like have taken off the principal. */
    static long otherOre(ClaimsApi.Detail detail) {
        Long left = detail.events().stream()
                .map(ClaimStory.Event::leftOre)
                .filter(Objects::nonNull)
                .reduce((before, after) -> after)
                .orElse(null);
        ClaimsApi.View claim = detail.claim();
        return left == null ? 0 : claim.principalOre() - claim.bookedPrincipalOre() - left;
    }
}
