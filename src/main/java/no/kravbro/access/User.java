package no.kravbro.access;

import java.time.Instant;
import java.util.Set;

/**
 * A person who may log in.
 *
 * @param version raised by every change that ends this person's sessions
 * @param lastLoginAt null before the first login
 */
public record User(
        String name,
        String displayName,
        Set<Role> roles,
        Set<String> creditors,
        boolean active,
        int version,
        boolean demonstration,
        Instant lastLoginAt) {

    public User {
        roles = Set.copyOf(roles);
        creditors = Set.copyOf(creditors);
    }

    public Access access() {
        return Access.ofPerson(roles, creditors);
    }
}
