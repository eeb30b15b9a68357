package no.kravbro.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.claim.OsloDay;
import no.kravbro.reconcile.Difference;
import no.kravbro.reconcile.DifferenceDecisions;
import org.springframework.stereotype.Service;

/** What a person does about a difference: take note of it, book it away, live with it, have both sides read again. */
@Service
public class DifferenceActionsApi {

    private static final int LONGEST_NOTE = 900;

    private final DifferencesApi differences;
    private final DifferenceDecisions decisions;
    private final Once once;
    private final Clock clock;

    DifferenceActionsApi(DifferencesApi differences, DifferenceDecisions decisions, Once once, Clock clock) {
        this.differences = differences;
        this.decisions = decisions;
        this.once = once;
        this.clock = clock;
    }

    /** @param note what will be done about it, or null */
    public record DifferenceNote(String note) {}

    /** @param references numbers of vouchers, or what else a person can look up */
    public record DifferenceFixed(List<String> references, String note) {}

    /** @param until last day of the acceptance; null when it does not end */
    public record DifferenceAccepted(String note, LocalDate until) {}

    public DifferencesApi.Detail acknowledge(long id, String body, Caller caller) {
        String note = body == null || body.isBlank()
                ? null
                : Body.read(body, DifferenceNote.class).note();
        limit(note);
        return decide(
                id,
                Deed.DIFFERENCE_ACKNOWLEDGED,
                note,
                "acknowledge " + note,
                caller,
                () -> decisions.acknowledge(id, caller.who(), note));
    }

    /** @param body JSON of {@link DifferenceFixed} */
    public DifferencesApi.Detail fixed(long id, String body, Caller caller) {
        DifferenceFixed said = Body.read(body, DifferenceFixed.class);
        if (said.references() == null
                || said.references().isEmpty()
                || said.references().stream().anyMatch(each -> each == null || each.isBlank())) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "Name in references what was booked");
        }
        limit(String.join(", ", said.references()) + said.note());
        return decide(
                id,
                Deed.DIFFERENCE_FIXED,
                String.join(", ", said.references()),
                "fixed " + said,
                caller,
                () -> decisions.fixed(id, caller.who(), said.references(), said.note()));
    }

    /** @param body JSON of {@link DifferenceAccepted} */
    public DifferencesApi.Detail accept(long id, String body, Caller caller) {
        DifferenceAccepted said = Body.read(body, DifferenceAccepted.class);
        if (said.note() == null || said.note().isBlank()) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "Say in note why it is accepted");
        }
        if (said.until() != null && said.until().isBefore(OsloDay.today(clock))) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "until has passed");
        }
        limit(said.note());
        return decide(
                id,
                Deed.DIFFERENCE_ACCEPTED,
                said.note(),
                "accept " + said,
                caller,
                () -> decisions.accept(id, caller.who(), said.note(), said.until()));
    }

    /** Both sides are read again within seconds; the log tells who asked, the difference what came of it. */
    public DifferencesApi.Detail reread(long id, Caller caller) {
        return decide(id, Deed.DIFFERENCE_REREAD, null, "reread", caller, () -> {
            decisions.reread(differences.known(id), caller.who());
            return true;
        });
    }

    private static void limit(String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "At most " + LONGEST_NOTE + " characters are kept");
        }
    }

    private DifferencesApi.Detail decide(
            long id, Deed deed, String reason, String what, Caller caller, BooleanSupplier decision) {
        caller.need(Right.DECIDE_DIFFERENCE);
        Difference difference = differences.known(id);
        caller.needSight(difference.creditorId(), "There is no difference " + id);
        return once.run(
                caller,
                Act.of(deed, "differences/" + id, difference.creditorId(), reason)
                        .standing(() -> differences.known(id).state().name()),
                "differences/" + id + " " + what,
                () -> {
                    if (!decision.getAsBoolean()) {
                        throw new ApiProblem(
                                ApiProblem.Code.REFUSED, "Difference " + id + " is over, or somebody has decided");
                    }
                },
                () -> differences.show(id, caller));
    }
}
