package no.kravbro.access;

import java.time.Instant;
import java.util.Set;

/**
 * A key by which a program uses the API. The value itself is shown once, when it is made, and kept nowhere.
 *
 * @param owner the person it acts for, or null: a program of its own
 * @param creditors ids of the only creditors it reaches, or null: all
 * @param expiresAt or null: never
 * @param lastUsedAt to the minute, or null
 * @param revokedAt or null
 */
public record ApiToken(
        long id,
        String name,
        String owner,
        Set<Role> roles,
        Set<String> creditors,
        String madeBy,
        Instant createdAt,
        Instant expiresAt,
        Instant lastUsedAt,
        Instant revokedAt) {

    public ApiToken {
        roles = Set.copyOf(roles);
        creditors = creditors == null ? null : Set.copyOf(creditors);
    }

    /** Whether it opens the door. */
    public boolean holds(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
