package no.kravbro.creditor;

/**
 * How a creditor wants its claims handed over.
 *
 * @param takeover the step its agency is to start with: REMINDER, NOTICE or COLLECTION; null = as the agency's profile says
 */
public record Wishes(String takeover) {

    /** What holds for a creditor whose file says nothing. */
    public static final Wishes USUAL = new Wishes(null);
}
