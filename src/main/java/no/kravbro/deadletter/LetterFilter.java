package no.kravbro.deadletter;

/** Which dead letters; null fields do not limit. Pages count from 0. */
public record LetterFilter(
        LetterState state, String creditorId, Cause cause, Owner owner, String claimKey, int page, int size) {

    public static final LetterFilter OPEN = new LetterFilter(LetterState.OPEN, null, null, null, null, 0, 50);
}
