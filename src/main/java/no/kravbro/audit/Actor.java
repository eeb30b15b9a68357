package no.kravbro.audit;

import java.util.Objects;

/**
 * Who does something.
 *
 * @param who name as the door knows it
 * @param roles the roles that person has right then, comma between; empty for programs
 * @param via the door
 */
public record Actor(String who, String roles, Via via) {

    /** Doors. */
    public enum Via {
        CONSOLE,
        API,
        SYSTEM
    }

    public Actor {
        Objects.requireNonNull(who);
        Objects.requireNonNull(roles);
        Objects.requireNonNull(via);
    }

    /** The product itself. */
    public static Actor system() {
        return new Actor("kravbro", "", Via.SYSTEM);
    }
}
