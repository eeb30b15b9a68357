package no.kravbro.claim.change;

import java.util.List;

/**
 * What a comparison has found.
 *
 * @param changes in the order in which they must be told
 * @param noted postings to be remembered as they stand here; none when nothing is new
 */
public record Findings(List<Change> changes, List<KnownPosting> noted) {

    public Findings {
        changes = List.copyOf(changes);
        noted = List.copyOf(noted);
    }
}
