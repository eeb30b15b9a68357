package no.kravbro.audit;

/**
 * One thing done, or refused. Texts are masked and cut to what the row holds when it is written.
 *
 * @param subject what it was done with, for example {@code dead-letters/17}
 * @param creditorId whose matter it is, or null
 * @param before how it stood, or null
 * @param after how it stands, or null
 * @param reason what the person gave as reason, or null
 * @param plan id of the plan it was a part of, or null
 * @param detail why it was refused or failed, or what else there is to say, or null
 */
public record AuditEntry(
        Actor actor,
        Deed deed,
        String subject,
        String creditorId,
        String before,
        String after,
        String reason,
        String plan,
        Outcome outcome,
        String detail) {

    /** How it ended. A preview that was made is DONE, and is a preview by its deed. */
    public enum Outcome {
        DONE,
        REFUSED,
        FAILED
    }

    public static AuditEntry done(Actor actor, Deed deed, String subject) {
        return new AuditEntry(actor, deed, subject, null, null, null, null, null, Outcome.DONE, null);
    }

    /** @param why a code or sentence without personal data */
    public static AuditEntry refused(Actor actor, Deed deed, String subject, String why) {
        return new AuditEntry(actor, deed, subject, null, null, null, null, null, Outcome.REFUSED, why);
    }

    public AuditEntry ofCreditor(String id) {
        return new AuditEntry(actor, deed, subject, id, before, after, reason, plan, outcome, detail);
    }

    public AuditEntry change(String from, String to) {
        return new AuditEntry(actor, deed, subject, creditorId, from, to, reason, plan, outcome, detail);
    }

    public AuditEntry because(String why) {
        return new AuditEntry(actor, deed, subject, creditorId, before, after, why, plan, outcome, detail);
    }

    public AuditEntry ofPlan(String id) {
        return new AuditEntry(actor, deed, subject, creditorId, before, after, reason, id, outcome, detail);
    }

    public AuditEntry saying(String more) {
        return new AuditEntry(actor, deed, subject, creditorId, before, after, reason, plan, outcome, more);
    }
}
