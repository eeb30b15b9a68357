package no.kravbro.deadletter;

import java.util.Set;

/**
 * Which dead letters; null fields do not limit. Pages count from 0.
 *
 * @param creditors ids of the only creditors whose letters may be seen, or null for all
 * @param agency agency id or {@code tripletex}
 * @param text words and numbers to look for: case, invoice, KID, customer, agency's reference, words of the error
 */
public record LetterFilter(
        LetterState state,
        String creditorId,
        Cause cause,
        Owner owner,
        String claimKey,
        String fingerprint,
        String agency,
        String assignee,
        String text,
        Set<String> creditors,
        int page,
        int size) {

    public static final LetterFilter OPEN = new LetterFilter(LetterState.OPEN, null, null, null, null, 0, 50);

    public LetterFilter {
        creditors = creditors == null ? null : Set.copyOf(creditors);
    }

    public LetterFilter(
            LetterState state, String creditorId, Cause cause, Owner owner, String claimKey, int page, int size) {
        this(state, creditorId, cause, owner, claimKey, null, null, null, null, null, page, size);
    }

    /** The same letters, of these creditors only. */
    public LetterFilter within(Set<String> only) {
        return new LetterFilter(
                state, creditorId, cause, owner, claimKey, fingerprint, agency, assignee, text, only, page, size);
    }

    /** The same letters, another part of them. */
    public LetterFilter part(int number, int most) {
        return new LetterFilter(
                state,
                creditorId,
                cause,
                owner,
                claimKey,
                fingerprint,
                agency,
                assignee,
                text,
                creditors,
                number,
                most);
    }
}
