package no.kravbro.contract;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.flows.Journey;
import no.kravbro.flows.World;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Standing;

/** What the contract test must be able to make one agency do, and to read in its books. */
interface AgencyWorld extends AutoCloseable {

    World product();

    /** What goes on record when a claim is handed over without trouble. */
    List<String> accepting();

    /** What goes on record when the agency's own people refuse a claim. */
    List<String> refusing(String cause);

    /** What goes on record when an inquiry finds what was in doubt. */
    List<String> finding();

    /** Troubles after which it is certain that nothing was processed, and what each is called. */
    Map<FaultKind, String> turningAway();

    /** What the agency says when it has no time for us; one of those it turns away with. */
    default FaultKind busy() {
        return FaultKind.TOO_MANY_429;
    }

    /** Answers that refuse a hand-over for its content, and what each is called. */
    default Map<FaultKind, String> refusingContent() {
        return Map.of(FaultKind.BAD_REQUEST_400, "INVALID_DATA", FaultKind.UNPROCESSABLE_422, "AMOUNT");
    }

    /** Troubles that leave open whether something was processed although nothing was, and what each is called. */
    Map<FaultKind, String> leavingInDoubt();

    /** Troubles that leave open whether something was processed although all was, and what each is called. */
    default Map<FaultKind, String> leavingInDoubtButThere() {
        return Map.of(
                FaultKind.RESET_AFTER, "TIMEOUT",
                FaultKind.ERROR_500_AFTER, "SERVER_ERROR",
                FaultKind.TIMEOUT_AFTER_COMMIT, "TIMEOUT",
                FaultKind.TRUNCATED, "TIMEOUT",
                FaultKind.GARBAGE, "GARBAGE");
    }

    /** Troubles that keep an inquiry from being answered. */
    default Set<FaultKind> failingInquiries() {
        return EnumSet.of(
                FaultKind.RESET_BEFORE,
                FaultKind.ERROR_500_BEFORE,
                FaultKind.TOO_MANY_429,
                FaultKind.GARBAGE,
                FaultKind.TRUNCATED);
    }

    /** How often a hand-over that is not let in is seen on the wire. */
    default int seenWhenForbidden() {
        return 1;
    }

    /** A creditor served by this agency, whose claims leave only when a test says so. */
    String creditor();

    /** The coming hand-overs meet this. */
    void handOverMeets(Fault fault);

    /** The coming inquiries meet this. */
    void inquiryMeets(Fault fault);

    /** Nobody listens any more. */
    void hangsUp();

    /** Ends all trouble. */
    void recovers();

    /** The agency's own people will refuse the claim with this code of theirs. */
    void refuses(String key, String code);

    /** Another system of the same creditor has handed over the same invoice. */
    void knowsFromElsewhere(Journey claim);

    /** Answers that the creditor may not be served, until taken back. */
    void forbids(boolean on);

    /** Decides what waits; sends no event. */
    void decides();

    /** How the newest case of this key stands in its books. */
    Standing standing(String key);

    /** Whether its wire carries a credit note over a part of the invoice. */
    default boolean creditsParts() {
        return true;
    }

    /** Whether its wire carries that a payment stands no more. */
    default boolean takesPaymentsBack() {
        return true;
    }

    /** What a case is called whose principal is paid to the creditor; null where it goes on for the interest. */
    default String endedByPayment() {
        return "PAID";
    }

    /** Whether debtors pay to it, and it pays out. */
    default boolean paysOut() {
        return true;
    }

    /** Reports of money meet this. */
    void reportMeets(Fault fault);

    /** How many claims with this key stand in its books. */
    long claims(String key);

    /** Every hand-over on the wire that named this key, oldest first, whatever became of it. */
    List<Sent> sent(String key);

    @Override
    void close();

    /**
     * A hand-over as it came.
     *
     * @param id what we call it; the agency knows a repetition by it
     * @param content its bytes as text
     */
    record Sent(String id, String content) {}
}
