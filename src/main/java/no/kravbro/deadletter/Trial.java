package no.kravbro.deadletter;

import no.kravbro.delivery.NewClaim;

/**
 * What trying a letter out has shown, without anything being sent or written.
 *
 * @param finding how it stands
 * @param why codes of what stands against it, or words for an engineer; null when nothing does
 * @param openOre open on the invoice as just read, or null where there is none
 * @param fresh the claim as it would be written down now, or null where it is none
 * @param content what would leave, as the running mapping makes it; personal data; null where it is made later
 */
public record Trial(Finding finding, String why, Long openOre, NewClaim fresh, String content) {

    /** How it stands. */
    public enum Finding {
        /** As right as when it was written down. */
        RIGHT,
        /** Still wanted, with another amount or due day. */
        CHANGED,
        /** Not to be sent any more. */
        STOPPED,
        /** The running mapping cannot make a document of it, or our own check refuses it. */
        NO_DOCUMENT,
        /** The accounting system could not be asked. */
        NOT_LOOKED
    }

    /** Nothing to look at or to map beforehand. */
    public static Trial right(String content) {
        return new Trial(Finding.RIGHT, null, null, null, content);
    }

    public static Trial of(Finding finding, String why) {
        return new Trial(finding, why, null, null, null);
    }
}
