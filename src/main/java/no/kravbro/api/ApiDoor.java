package no.kravbro.api;

import no.kravbro.access.Keys;
import no.kravbro.access.LoginThrottle;
import no.kravbro.access.Right;
import no.kravbro.audit.Actor;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import org.springframework.stereotype.Component;

/** Asks whoever calls the API for a key, before anything else is read. Throws {@link ApiProblem}; refusals are audited. */
@Component
public class ApiDoor {

    private static final String SCHEME = "Bearer ";

    private final Keys keys;
    private final AuditTrail audit;
    private final LoginThrottle throttle;

    ApiDoor(Keys keys, AuditTrail audit, LoginThrottle throttle) {
        this.keys = keys;
        this.audit = audit;
        this.throttle = throttle;
    }

    /**
     * What is knocked with.
     *
     * @param authorization value of that header, or null
     * @param language value of Accept-Language, or null
     * @param idempotencyKey value of that header, or null
     * @param address where it comes from
     */
    public record Knock(String authorization, String language, String idempotencyKey, String address) {}

    /** @param operation name of what is asked for, in the contract */
    public Caller enter(Knock knock, String operation, Right needed) {
        Keys.Holder holder =
                keys.open(value(knock.authorization())).orElseThrow(() -> stranger(knock.address(), operation));
        Caller caller =
                new Caller(holder.name(), knock.language(), knock.idempotencyKey(), holder.access(), holder.person());
        if (!holder.access().may(needed)) {
            refused(caller, operation, needed.name());
        }
        caller.need(needed);
        return caller;
    }

    /** Writes down that a key which was let in may not do this. */
    public void refused(Caller caller, String operation, String detail) {
        audit.record(AuditEntry.refused(caller.actor(), Deed.ACCESS, "api/" + operation, detail));
    }

    private static String value(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : "";
    }

    /** Anybody may knock; whoever does so without end fills no log. */
    private ApiProblem stranger(String address, String operation) {
        if (throttle.isWorthTelling(address)) {
            audit.record(AuditEntry.refused(
                    new Actor("-", "", Actor.Via.API), Deed.ACCESS, "api/" + operation, "no key " + address));
        }
        return new ApiProblem(ApiProblem.Code.UNAUTHENTICATED, "Send a key as Authorization: Bearer kravbro_...");
    }
}
