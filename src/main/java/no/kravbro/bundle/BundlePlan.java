package no.kravbro.bundle;

import java.time.Instant;

/**
 * A wish to run another bundle.
 *
 * @param base version that ran when it was made; it is stale once another runs
 * @param version version that is to run
 * @param madeBy person, or {@link Occasion#BY_ITSELF} for a change of the folder
 * @param decidedBy who applied or withdrew it, or null
 * @param detail why it was refused, a line for each problem, or null
 */
public record BundlePlan(
        String id,
        String base,
        String version,
        Origin origin,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        State state,
        String decidedBy,
        Instant decidedAt,
        String detail) {

    /** Where it comes from. */
    public enum Origin {
        UPLOAD,
        FOLDER,
        ROLL_BACK
    }

    /** What became of it. */
    public enum State {
        OPEN,
        APPLIED,
        REFUSED,
        WITHDRAWN
    }

    /** Why it can not be applied now, or null when it can. */
    public enum Hindrance {
        /** Somebody has applied or withdrawn it. */
        DECIDED,
        /** Nobody did for too long. */
        EXPIRED,
        /** Something else runs than when it was made. */
        STALE,
        /** Whoever made it is not the one who applies it. */
        OWN,
        /** Whoever applies it has to be a person. */
        PROGRAM,
        /** Another change is under way. */
        BUSY,
        /** Its bundle is not kept any more. */
        FORGOTTEN
    }

    /**
     * @param running version that runs now
     * @param who who would apply it
     * @param fourEyes whether the maker may not
     */
    public Hindrance hindrance(String running, String who, boolean fourEyes, Instant now) {
        if (state != State.OPEN) {
            return Hindrance.DECIDED;
        }
        if (!now.isBefore(expiresAt)) {
            return Hindrance.EXPIRED;
        }
        if (!base.equals(running)) {
            return Hindrance.STALE;
        }
        return fourEyes && madeBy.equals(who) ? Hindrance.OWN : null;
    }
}
