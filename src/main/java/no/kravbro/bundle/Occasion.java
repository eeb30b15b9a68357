package no.kravbro.bundle;

/**
 * Why a bundle is tried, and by whom.
 *
 * @param who person, or {@link #BY_ITSELF}
 */
public record Occasion(Cause cause, String who) {

    public static final String BY_ITSELF = "kravbro";

    /** Why a bundle was tried. */
    public enum Cause {
        /** The product started, and this is what is to run. */
        START,
        /** The product started, and what is to run does not pass: this ran last. */
        LAST_GOOD,
        /** The folder changed. */
        FOLDER,
        /** Somebody applied a plan. */
        PLAN,
        /** Another node has taken it up. */
        FOLLOWED,
        /** What was taken up before did worse than what ran before it. */
        WATCH
    }

    public static Occasion of(Cause cause) {
        return new Occasion(cause, BY_ITSELF);
    }
}
