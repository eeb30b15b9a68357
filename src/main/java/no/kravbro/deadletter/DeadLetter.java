package no.kravbro.deadletter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that could not be done and waits for a person, or how it ended. One per matter: failing again re-opens it.
 *
 * @param deliveryId the delivery it is about now, or null when it is about something received
 * @param inboxId what was received, or null
 * @param subject what a person calls it: natural key and submission, or the message's key
 * @param what delivery kind, or kind of message
 * @param amountOre at stake, in øre
 * @param cause code of the catalogue
 * @param detail the far side's words or ours; no personal numbers
 * @param fingerprint the same for all failures with the same fix
 * @param mayHaveLanded nobody knows whether the far side has it: only an inquiry may follow, or what the cause allows
 * @param revision grows with every change of it
 * @param sameCause how many retries by people in a row have ended with the same cause as before
 * @param since the day it was buried, in business time
 * @param assignee who sees to it, or null
 * @param closeReason how a person ended it, or null
 */
public record DeadLetter(
        long id,
        Long deliveryId,
        Long inboxId,
        String subject,
        String what,
        String creditorId,
        String agency,
        String claimKey,
        long amountOre,
        Cause cause,
        String detail,
        Owner owner,
        String fingerprint,
        boolean mayHaveLanded,
        LetterState state,
        CloseReason closeReason,
        String bundleVersion,
        String routeId,
        long revision,
        int sameCause,
        LocalDate since,
        String assignee,
        Instant createdAt,
        Instant updatedAt) {

    /** What has consequences beside its own end. */
    public static final Set<String> ENDS_MORE = Set.of("BOOK_PAYMENT", "BOOK_PROPOSAL", "CLOSE_POSTINGS");

    /** So many retries by people that end as before, and the next is refused until something else has changed. */
    public static final int POISON = 2;

    /**
     * True when retrying has proven useless: only an integrator or another version of the routes unlocks it.
     *
     * @param running version of the routes that runs now
     */
    public boolean isLocked(String running) {
        return state.isOpen()
                && sameCause >= POISON
                && Objects.requireNonNullElse(bundleVersion, "").equals(running);
    }

    /** True when sending the same content again is harmless and can help. */
    public boolean canRetry() {
        return state.isOpen() && cause.retryHelps() && (!mayHaveLanded || cause.onceDenied());
    }

    public boolean canInquire() {
        return state.isOpen() && mayHaveLanded && deliveryId != null;
    }

    /** True when it is a claim of which nothing is at the agency. */
    public boolean canCorrect() {
        return state.isOpen() && !mayHaveLanded && "SUBMIT_CLAIM".equals(what);
    }

    public boolean canClose() {
        return state.isOpen();
    }

    /** Key of the sentence that says what else closing it ends or tells, where that is not plain. */
    public Optional<String> closingKey() {
        return canClose() && ENDS_MORE.contains(what) ? Optional.of("closing." + what) : Optional.empty();
    }
}
