package no.kravbro.api.story;

/** What else than the claim itself whoever asks may see. */
public record Sight(boolean money, boolean tasks, boolean letters) {

    /** For eyes outside of the house. */
    public static final Sight NOTHING_INTERNAL = new Sight(false, false, false);
}
