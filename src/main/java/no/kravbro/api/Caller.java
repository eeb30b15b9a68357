package no.kravbro.api;

import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Right;
import no.kravbro.audit.Actor;

/**
 * Who calls, as the door knows it.
 *
 * @param who name for the log; the authenticated one where there is a login in front, else what the caller says
 * @param language value of Accept-Language, or null
 * @param idempotencyKey value of Idempotency-Key, or null
 * @param access what the caller may do and see
 * @param person the person who calls, by a key too, or null: a program of nobody
 */
public record Caller(String who, String language, String idempotencyKey, Access access, String person) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_KEY = 120;

    public Caller {
        String name =
                who == null ? "" : who.replaceAll("[^\\p{L}\\p{N} .:@_-]", "").strip();
        who = name.isEmpty() ? "api" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
        if (idempotencyKey != null && !idempotencyKey.matches("[\\x21-\\x7e]{1," + LONGEST_KEY + "}")) {
            throw new ApiProblem(
                    ApiProblem.Code.BAD_PARAMETER, "Idempotency-Key has 1 to " + LONGEST_KEY + " visible characters");
        }
    }

    /** A person in the console, or a program of nobody. */
    public Caller(String who, String language, String idempotencyKey, Access access) {
        this(who, language, idempotencyKey, access, access.program() ? null : who);
    }

    /** A program at the HTTP interface, which may do all. */
    public Caller(String who, String language, String idempotencyKey) {
        this(who, language, idempotencyKey, Access.ofProgram());
    }

    /** Throws {@link ApiProblem} when the caller may not. */
    public void need(Right right) {
        if (!access.may(right)) {
            throw new ApiProblem(ApiProblem.Code.FORBIDDEN, right.name());
        }
    }

    /** The same for what concerns all creditors at once: who sees some of them only may not. Throws {@link ApiProblem}. */
    public void needForAll(Right right) {
        need(right);
        if (creditors() != null) {
            throw new ApiProblem(ApiProblem.Code.FORBIDDEN, right.name());
        }
    }

    /** The same for a second person, who must be one: a key that acts for nobody may be in anybody's hands. Throws {@link ApiProblem}. */
    public void needAsPerson(Right right) {
        need(right);
        if (person == null) {
            throw new ApiProblem(ApiProblem.Code.FORBIDDEN, right.name() + ": a second person must be a person");
        }
    }

    /** By which a second person is told from the first: a person is the same with and without a key. */
    public String behind() {
        return person == null ? who : person;
    }

    /** What the caller may not see does not exist for the caller. Throws {@link ApiProblem}. */
    public void needSight(String creditorId, String what) {
        if (!access.sees(creditorId)) {
            throw new ApiProblem(ApiProblem.Code.NOT_FOUND, what);
        }
    }

    /** The only creditors the caller sees, or null: all. */
    public Set<String> creditors() {
        return access.creditors();
    }

    /** The caller as the audit trail names it. */
    public Actor actor() {
        return new Actor(who, access.roleNames(), access.program() ? Actor.Via.API : Actor.Via.CONSOLE);
    }
}
