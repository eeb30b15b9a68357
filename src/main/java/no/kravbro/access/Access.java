package no.kravbro.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody may do and see.
 *
 * @param roles the roles of a person or of a program's key; empty for the product's own programs, which may do all
 * @param creditors ids of the only creditors that may be seen, or null: all
 * @param program not a person
 */
public record Access(Set<Role> roles, Set<String> creditors, boolean program) {

    public Access {
        roles = roles.isEmpty() ? Set.of() : Set.copyOf(roles);
        creditors = creditors == null ? null : Set.copyOf(creditors);
    }

    public static Access ofProgram() {
        return new Access(Set.of(), null, true);
    }

    /** A program that came with a key: what the roles of the key allow, within its creditors. @param creditors or null: all */
    public static Access ofToken(Set<Role> roles, Set<String> creditors) {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("A key without a role opens nothing");
        }
        return new Access(roles, creditors, true);
    }

    /** An accountant sees own creditors only, whatever other roles there are. */
    public static Access ofPerson(Set<Role> roles, Set<String> creditors) {
        return new Access(roles, roles.contains(Role.ACCOUNTANT) ? creditors : null, false);
    }

    public boolean may(Right right) {
        return program && roles.isEmpty() || right.of(roles);
    }

    /** Whether a creditor's matters may be seen; what belongs to no creditor is seen by those who see all. */
    public boolean sees(String creditorId) {
        return creditors == null || creditorId != null && creditors.contains(creditorId);
    }

    public Set<Right> rights() {
        return EnumSet.allOf(Right.class).stream()
                .filter(this::may)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    /** The roles as one text, in a fixed order. */
    public String roleNames() {
        return roles.stream().map(Role::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(","));
    }
}
