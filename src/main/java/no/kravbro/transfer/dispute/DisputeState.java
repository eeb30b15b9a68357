package no.kravbro.transfer.dispute;

import no.kravbro.claim.DisputeOutcome;

/** How a dispute stands. */
public enum DisputeState {
    /** Waits for the creditor's answer. */
    OPEN(true),
    /** The claim stands. */
    UPHELD(false),
    /** Given up. */
    CONCEDED(true),
    /** A part was given up, the rest stands. */
    PARTIAL(false),
    /** The conciliation board decides. */
    BOARD(true),
    /** Never answered, and the agency has closed its case for that. */
    SILENT(true),
    /** Of no weight any more: taken back, or ended by the agency. */
    CLOSED(false);

    private final boolean stops;

    DisputeState(boolean stops) {
        this.stops = stops;
    }

    /** Whether a dispute about all of a claim stops it. */
    public boolean stops() {
        return stops;
    }

    static DisputeState of(DisputeOutcome outcome) {
        return switch (outcome) {
            case CLAIM_UPHELD -> UPHELD;
            case ACCEPTED_FULL -> CONCEDED;
            case ACCEPTED_PARTIAL -> PARTIAL;
            case CONCILIATION_BOARD -> BOARD;
        };
    }
}
