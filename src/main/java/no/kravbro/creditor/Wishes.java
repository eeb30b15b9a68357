package no.kravbro.creditor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How a creditor wants its claims handed over and itself told of them.
 *
 * @param takeover the step its agency is to start with: REMINDER, NOTICE or COLLECTION; null = as the agency's profile says
 * @param schedule Oslo times of day at which its agency is read, by job; what is not there stands in the agency's profile
 * @param mandates its agencies where it has several
 * @param mailing who is told by mail
 * @param closeBelowOre a part-paid claim of which no more than this is left is to be ended; 0 = never
 * @param keyExpiresOn the day on which its key of Tripletex ends, or null where it has no end that anybody knows
 * @param small who ends such a claim
 * @param activatedOn the day on which its agency activated it, or null where that makes no difference
 */
public record Wishes(
        String takeover,
        Map<String, List<String>> schedule,
        Mandates mandates,
        Mailing mailing,
        long closeBelowOre,
        LocalDate keyExpiresOn,
        SmallRemainder small,
        LocalDate activatedOn) {

    /** What holds for a creditor whose file says nothing. */
    public static final Wishes USUAL = new Wishes(null);

    /** As usual but for the first step. */
    public Wishes(String takeover) {
        this(takeover, Map.of(), Mandates.NONE, Mailing.NOBODY, 0);
    }

    /** With a key that has no end. */
    public Wishes(
            String takeover,
            Map<String, List<String>> schedule,
            Mandates mandates,
            Mailing mailing,
            long closeBelowOre) {
        this(takeover, schedule, mandates, mailing, closeBelowOre, null);
    }

    /** A person ends claims of which little is left. */
    public Wishes(
            String takeover,
            Map<String, List<String>> schedule,
            Mandates mandates,
            Mailing mailing,
            long closeBelowOre,
            LocalDate keyExpiresOn) {
        this(takeover, schedule, mandates, mailing, closeBelowOre, keyExpiresOn, SmallRemainder.TASK, null);
    }
}
