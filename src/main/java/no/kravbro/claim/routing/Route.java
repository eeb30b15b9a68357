package no.kravbro.claim.routing;

/**
 * The agency of a claim, and why it is this one.
 *
 * @param rule number of the rule that chose, from 1; 0 where none did
 * @param insteadOf the agency that the rule names and that takes no new claims any more; null when it is the same
 */
public record Route(Basis basis, String agency, int rule, String insteadOf) {

    /** What an agency is chosen by. */
    public enum Basis {
        /** The creditor has no other. */
        ONLY,
        RULE,
        /** The claim has this agency already: whatever changes, it stays there. */
        KEPT
    }

    public static Route only(String agency) {
        return new Route(Basis.ONLY, agency, 0, null);
    }

    public static Route kept(String agency) {
        return new Route(Basis.KEPT, agency, 0, null);
    }

    /** For the timeline: {@code bahs, rule 2, instead of kk2}. */
    public String reference() {
        return agency + (rule == 0 ? "" : ", rule " + rule) + (insteadOf == null ? "" : ", instead of " + insteadOf);
    }
}
