package no.kravbro.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.Masking;
import no.kravbro.access.Right;
import no.kravbro.audit.Deed;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.decision.KeptBack;
import no.kravbro.transfer.choose.Exclusion;
import no.kravbro.transfer.choose.Exclusions;
import org.springframework.stereotype.Service;

/** {@code /api/v1/creditors/{creditor}/exclusions}: invoices and customers that a creditor keeps back for now. */
@Service
public class ExclusionsApi {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_REASON = 500;

    private final KnownCreditors creditors;
    private final Exclusions exclusions;
    private final Once once;
    private final Clock clock;

    ExclusionsApi(KnownCreditors creditors, Exclusions exclusions, Once once, Clock clock) {
        this.creditors = creditors;
        this.exclusions = exclusions;
        this.once = once;
        this.clock = clock;
    }

    /** @param until first day on which it may go again; left out = until somebody lifts it */
    public record Wanted(KeptBack.Kind kind, String number, LocalDate until, String reason) {}

    /** @param reason why it may go again */
    public record Lifting(String reason) {}

    /** @param holds false once its day has come or somebody has lifted it */
    public record View(
            long id,
            String creditorId,
            String kind,
            String number,
            LocalDate until,
            String reason,
            boolean holds,
            String madeBy,
            Instant madeAt,
            String liftedBy,
            String liftedWhy,
            Instant liftedAt) {}

    /** Those nobody has lifted, newest first. */
    public List<View> list(String creditor, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        creditors.known(creditor, caller);
        return exclusions.of(creditor).stream().map(this::view).toList();
    }

    /** @param body JSON of {@link Wanted} */
    public View keep(String creditor, String body, Caller caller) {
        caller.need(Right.CHOOSE);
        creditors.known(creditor, caller);
        KeptBack kept = keptBack(Body.read(body, Wanted.class));
        return once.run(
                caller,
                Act.of(
                        Deed.KEPT_BACK,
                        "creditors/" + creditor,
                        creditor,
                        kept.kind() + " " + kept.number() + ": " + kept.reason()),
                "exclusions of " + creditor + " " + body,
                () -> exclusions.keep(creditor, kept, caller.who()),
                () -> newest(creditor, kept));
    }

    private View newest(String creditor, KeptBack kept) {
        return exclusions.of(creditor).stream()
                .filter(each -> each.kind() == kept.kind() && each.number().equals(kept.number()))
                .findFirst()
                .map(this::view)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "It has been lifted since"));
    }

    private KeptBack keptBack(Wanted wanted) {
        if (wanted.kind() == null) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "kind is INVOICE or CUSTOMER");
        }
        if (wanted.until() != null && !wanted.until().isAfter(OsloDay.today(clock))) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "until is no day to come");
        }
        return new KeptBack(
                wanted.kind(),
                text("number", wanted.number(), LONGEST_NUMBER),
                wanted.until(),
                Masking.mask(text("reason", wanted.reason(), LONGEST_REASON)));
    }

    static String text(String field, String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, field + " has 1 to " + longest + " characters");
        }
        return text;
    }

    /** @param body JSON of {@link Lifting} */
    public View lift(long id, String body, Caller caller) {
        caller.need(Right.CHOOSE);
        String why = Masking.mask(text("reason", Body.read(body, Lifting.class).reason(), LONGEST_REASON));
        Exclusion exclusion = find(id);
        caller.needSight(exclusion.creditorId(), "There is no exclusion " + id);
        return once.run(
                caller,
                Act.of(Deed.KEPT_BACK_LIFTED, "exclusions/" + id, exclusion.creditorId(), why),
                "lift " + id + " " + body,
                () -> exclusions.lift(id, caller.who(), why),
                () -> view(find(id)));
    }

    private Exclusion find(long id) {
        return exclusions
                .find(id)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no exclusion " + id));
    }

    private View view(Exclusion each) {
        boolean over = each.until() != null && !each.until().isAfter(OsloDay.today(clock));
        return new View(
                each.id(),
                each.creditorId(),
                each.kind().name(),
                each.number(),
                each.until(),
                each.reason(),
                !each.isLifted() && !over,
                each.madeBy(),
                each.madeAt(),
                each.liftedBy(),
                each.liftedWhy(),
                each.liftedAt());
    }
}
