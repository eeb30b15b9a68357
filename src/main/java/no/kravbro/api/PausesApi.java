package no.kravbro.api;

import java.time.Instant;
import java.util.List;
import no.kravbro.access.Right;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.audit.Deed;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.Pauses;
import no.kravbro.delivery.Pauses.Kind;
import org.springframework.stereotype.Service;

/** Stops all that leaves for one creditor or to one agency, and lets it go on. Throws {@link ApiProblem}. */
@Service
public class PausesApi {

    private static final int LONGEST = 500;

    private final Pauses pauses;
    private final Creditors creditors;
    private final AgencyProfiles agencies;
    private final Once once;

    PausesApi(Pauses pauses, Creditors creditors, AgencyProfiles agencies, Once once) {
        this.pauses = pauses;
        this.creditors = creditors;
        this.agencies = agencies;
        this.once = once;
    }

    /** Why all is stopped. */
    public record Wanted(String reason) {}

    /** @param kind CREDITOR or AGENCY */
    public record View(String kind, String name, String reason, String who, Instant since) {}

    /** Oldest first; of creditors those the caller sees. */
    public List<View> list(Caller caller) {
        return pauses.all().stream()
                .filter(each -> each.kind() == Kind.AGENCY || caller.access().sees(each.name()))
                .map(each -> new View(each.kind().name(), each.name(), each.reason(), each.who(), each.since()))
                .toList();
    }

    /** All that stand afterwards. @param body JSON of {@link Wanted} */
    public List<View> pauseAs(Kind kind, String name, String body, Caller caller) {
        pause(kind, name, Body.read(body, Wanted.class).reason(), caller);
        return list(caller);
    }

    /** Pausing what is paused changes nothing. */
    public void pause(Kind kind, String name, String reason, Caller caller) {
        known(kind, name, caller);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "reason has 1 to " + LONGEST + " characters");
        }
        act(
                kind,
                name,
                Deed.PAUSED,
                reason.strip(),
                caller,
                () -> pauses.pause(kind, name, reason.strip(), caller.who()));
    }

    public void resume(Kind kind, String name, Caller caller) {
        known(kind, name, caller);
        act(kind, name, Deed.RESUMED, null, caller, () -> pauses.resume(kind, name));
    }

    private void act(Kind kind, String name, Deed deed, String reason, Caller caller, Runnable action) {
        String subject = (kind == Kind.CREDITOR ? "creditors/" : "agencies/") + name;
        Act act = Act.of(deed, subject, kind == Kind.CREDITOR ? name : null, reason);
        once.run(caller, act, subject + " " + deed + " " + reason, action, () -> subject);
    }

    private void known(Kind kind, String name, Caller caller) {
        caller.need(Right.PAUSE);
        if (kind == Kind.AGENCY) {
            caller.needForAll(Right.PAUSE);
        }
        boolean known = kind == Kind.CREDITOR
                ? caller.access().sees(name) && creditors.find(name).isPresent()
                : agencies.ids().contains(name);
        if (!known) {
            throw new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is nothing of this name to pause");
        }
    }
}
