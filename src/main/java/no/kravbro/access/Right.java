package no.kravbro.access;

import static no.kravbro.access.Role.ACCOUNTANT;
import static no.kravbro.access.Role.ADMIN;
import static no.kravbro.access.Role.APPROVER;
import static no.kravbro.access.Role.AUDITOR;
import static no.kravbro.access.Role.INTEGRATOR;
import static no.kravbro.access.Role.OPERATIONS;
import static no.kravbro.access.Role.SUPPORT;

import java.util.Set;

/** What somebody may do, and in which roles. Words under {@code right.<name>}. */
public enum Right {
    READ_CLAIMS(SUPPORT, OPERATIONS, INTEGRATOR, APPROVER, ACCOUNTANT),
    READ_MONEY(SUPPORT, OPERATIONS, APPROVER, ACCOUNTANT),
    DECIDE_DIFFERENCE(SUPPORT, OPERATIONS, ACCOUNTANT),
    READ_TASKS(SUPPORT, OPERATIONS, ACCOUNTANT),
    DO_TASKS(SUPPORT, OPERATIONS, ACCOUNTANT),
    INSTRUCT(SUPPORT, OPERATIONS, ACCOUNTANT),
    CHOOSE(SUPPORT, OPERATIONS, ACCOUNTANT),
    HAND_OVER(OPERATIONS, APPROVER, ACCOUNTANT),
    READ_LETTERS(SUPPORT, OPERATIONS, INTEGRATOR, APPROVER),
    RETRY(SUPPORT, OPERATIONS, INTEGRATOR),
    RETRY_GROUP(OPERATIONS, INTEGRATOR),
    CORRECT(SUPPORT, OPERATIONS, INTEGRATOR),
    UNMASK(SUPPORT),
    APPROVE(APPROVER),
    CLOSE(SUPPORT, OPERATIONS),
    UNLOCK(INTEGRATOR),
    READ_DELIVERIES(SUPPORT, OPERATIONS, INTEGRATOR),
    READ_CREDITORS(SUPPORT, OPERATIONS, INTEGRATOR, APPROVER, ACCOUNTANT),
    /** Connects creditors, gives their keys, and writes down who has confirmed. */
    CONNECT(OPERATIONS),
    RUN_NOW(SUPPORT, OPERATIONS),
    PAUSE(OPERATIONS),
    READ_MACHINE(OPERATIONS, INTEGRATOR),
    /** Plans, applies and goes back; whoever made a plan does not apply it. */
    DEPLOY(OPERATIONS, INTEGRATOR),
    /** Makes newer keys of encryption at rest, and gives up older ones. */
    CHANGE_KEYS(OPERATIONS),
    READ_AUDIT(AUDITOR),
    MANAGE_USERS(ADMIN);

    private final Set<Role> roles;

    Right(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles that have it. */
    public Set<Role> roles() {
        return roles;
    }

    public boolean of(Set<Role> some) {
        return some.stream().anyMatch(roles::contains);
    }

    /** Key of its words. */
    public String key() {
        return "right." + name();
    }
}
