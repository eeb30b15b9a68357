package no.kravbro.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.agency.Action;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities;
import no.kravbro.audit.Deed;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.Sql;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.transfer.Portals;
import no.kravbro.transfer.instruct.Instructions;
import org.springframework.stereotype.Service;

/** {@code /api/v1/claims/{key}/actions}: what may be done with a claim at its agency now, and by whom. */
@Service
public class ActionsApi {

    private static final int DAYS_WHERE_A_WIRE_COULD = 2;

    private final Instructions instructions;
    private final AgencyProfiles profiles;
    private final Portals portals;
    private final Tasks tasks;
    private final TasksApi tasksApi;
    private final Once once;
    private final Texts texts;
    private final Clock clock;

    ActionsApi(
            Instructions instructions,
            AgencyProfiles profiles,
            Portals portals,
            Tasks tasks,
            TasksApi tasksApi,
            Once once,
            Texts texts,
            Clock clock) {
        this.instructions = instructions;
        this.profiles = profiles;
        this.portals = portals;
        this.tasks = tasks;
        this.tasksApi = tasksApi;
        this.once = once;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @param how WIRE: the agency takes it over its wire; PERSON: by hand at the agency's portal; else why it cannot be
     * @param words the same in the caller's language
     */
    public record View(String action, String name, String how, String words) {}

    /** What a person is asked to do at the agency's portal. */
    public record Wanted(Action action, String text) {}

    public List<View> list(String key, Caller caller) {
        Locale language = Texts.language(caller.language());
        caller.need(Right.READ_CLAIMS);
        ClaimRow claim = find(key, caller);
        return Arrays.stream(Action.values())
                .map(action -> {
                    String how = instructions.permission(claim, action).name();
                    return new View(
                            action.name(),
                            texts.of("action." + action, language),
                            how,
                            texts.of("permission." + how, language));
                })
                .toList();
    }

    /**
     * Makes a task for a person out of what the agency allows now.
     *
     * @param body JSON of {@link Wanted}
     */
    public TasksApi.View ask(String key, String body, Caller caller) {
        Wanted wanted = Body.read(body, Wanted.class);
        if (wanted.action() == null || wanted.text() == null || wanted.text().isBlank()) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "Say in action what and in text why and how");
        }
        caller.need(Right.INSTRUCT);
        ClaimRow found = find(key, caller);
        String begin = ByHand.begin(wanted.action().name(), key);
        // The same wish twice is one task: the wish is known by its Idempotency-Key, or else is another one.
        String subject =
                begin + (caller.idempotencyKey() == null ? UUID.randomUUID() : Sql.hash(caller.idempotencyKey()));
        return once.run(
                caller,
                Act.of(Deed.TASK_ASKED, "claims/" + key, found.creditorId(), wanted.action() + ": " + wanted.text()),
                "claims/" + key + "/tasks " + wanted,
                () -> open(key, found, wanted, subject),
                () -> tasksApi.find(subject, caller));
    }

    private void open(String key, ClaimRow found, Wanted wanted, String subject) {
        Action action = wanted.action();
        Capabilities can = profiles.of(found.agency()).capabilities();
        Capabilities.Permission permission = instructions.permission(found, action);
        if (!permission.granted()) {
            throw ApiProblem.notAllowed(permission, action + " cannot be done at " + found.agency());
        }
        int days = can.actions().get(action).days();
        LocalDate due = OsloDay.of(clock.instant()).plusDays(days == 0 ? DAYS_WHERE_A_WIRE_COULD : days);
        tasks.open(new NewTask(
                TaskKind.DO_BY_HAND,
                subject,
                found.creditorId(),
                key,
                found.agency(),
                portals.of(found) + ": " + wanted.text(),
                due));
    }

    private ClaimRow find(String key, Caller caller) {
        return instructions
                .claim(key, caller.creditors())
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "No agency has a claim with this key"));
    }
}
