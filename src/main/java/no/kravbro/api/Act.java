package no.kravbro.api;

import java.util.function.Supplier;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.Deed;

/**
 * What a caller does, for the audit trail.
 *
 * @param subject with what, for example {@code dead-letters/17}
 * @param creditorId whose matter it is, or null
 * @param reason what the caller gives as reason, or null
 * @param standing how it stands; asked before and after
 */
record Act(Deed deed, String subject, String creditorId, String reason, Supplier<String> standing) {

    static Act of(Deed deed, String subject, String creditorId, String reason) {
        return new Act(deed, subject, creditorId, reason, () -> null);
    }

    Act standing(Supplier<String> asked) {
        return new Act(deed, subject, creditorId, reason, asked);
    }

    AuditEntry done(Caller caller, String before) {
        return AuditEntry.done(caller.actor(), deed, subject)
                .ofCreditor(creditorId)
                .because(reason)
                .change(before, standing.get());
    }

    AuditEntry refused(Caller caller, String why) {
        return AuditEntry.refused(caller.actor(), deed, subject, why)
                .ofCreditor(creditorId)
                .because(reason);
    }
}
