package no.kravbro.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import no.kravbro.deadletter.Plan;
import no.kravbro.deadletter.Plans;
import no.kravbro.deadletter.Previews;
import no.kravbro.deadletter.Refused;
import no.kravbro.deadletter.StagedRetries;
import no.kravbro.deadletter.StagedRetry;
import no.kravbro.deadletter.StalePlan;
import org.springframework.stereotype.Service;

/** Previews, plans and staged retries of dead letters. Throws {@link ApiProblem}. */
@Service
public class LetterPlansApi {

    private static final int NEWEST = 50;
    private static final String LETTERS = "dead-letters";
    private static final String PLANS = "dead-letter-plans/";
    private static final String RETRIES = "dead-letter-retries/";

    private final Previews previews;
    private final Plans plans;
    private final StagedRetries staged;
    private final Once once;
    private final AuditTrail audit;
    private final Texts texts;

    LetterPlansApi(Previews previews, Plans plans, StagedRetries staged, Once once, AuditTrail audit, Texts texts) {
        this.previews = previews;
        this.plans = plans;
        this.staged = staged;
        this.once = once;
        this.audit = audit;
        this.texts = texts;
    }

    /** What the person who applies a plan has seen. */
    public record Agreement(String hash) {}

    /** @param body JSON of a {@link LetterQuestion} */
    public PreviewView preview(String body, Caller caller) {
        caller.need(Right.READ_LETTERS);
        LetterQuestion question = Body.read(body, LetterQuestion.class);
        PreviewView preview =
                PreviewView.of(previews.of(question.selection(caller), question.mended()), texts, language(caller));
        audit.record(AuditEntry.done(caller.actor(), Deed.LETTERS_PREVIEW, LETTERS)
                .saying(preview.lines().size() + " letters"));
        return preview;
    }

    /** @param body JSON of a {@link LetterQuestion} */
    public PlanView plan(String body, Caller caller) {
        caller.need(Right.RETRY_GROUP);
        LetterQuestion question = Body.read(body, LetterQuestion.class);
        Plan plan = plans.make(question.selection(caller), question.mended(), caller.who());
        audit.record(AuditEntry.done(caller.actor(), Deed.PLAN_MADE, PLANS + plan.id())
                .because(plan.mended())
                .ofPlan(plan.id())
                .saying(plan.safe().size() + " of " + plan.lines().size() + " letters safe"));
        return view(plan, caller);
    }

    public PlanView showPlan(String id, Caller caller) {
        caller.need(Right.READ_LETTERS);
        return view(kept(id, caller), caller);
    }

    /**
     * Begins the staged retry; the same once more shows how far it is.
     *
     * @param body JSON of an {@link Agreement}
     */
    public StagedRetryView apply(String id, String body, Caller caller) {
        caller.need(Right.RETRY_GROUP);
        String hash = Body.read(body, Agreement.class).hash();
        boolean again =
                kept(id, caller).hash().equals(hash) && staged.ofPlan(id).isPresent();
        return show(again ? staged.ofPlan(id).orElseThrow().id() : begin(id, hash, caller), caller);
    }

    private long begin(String id, String hash, Caller caller) {
        try {
            long retry = refusing(caller, () -> plans.apply(id, hash, caller.who()));
            audit.record(AuditEntry.done(caller.actor(), Deed.PLAN_APPLIED, PLANS + id)
                    .ofPlan(id)
                    .saying(RETRIES + retry));
            return retry;
        } catch (ApiProblem problem) {
            audit.record(AuditEntry.refused(caller.actor(), Deed.PLAN_APPLIED, PLANS + id, problem.reason())
                    .ofPlan(id));
            throw problem;
        }
    }

    /** Newest first, without their letters. */
    public List<StagedRetryView> list(Caller caller) {
        caller.need(Right.READ_LETTERS);
        return staged.newest(NEWEST).stream()
                .filter(each -> visible(each.who(), caller))
                .map(each -> show(each.id(), caller))
                .toList();
    }

    public StagedRetryView show(long id, Caller caller) {
        caller.need(Right.READ_LETTERS);
        return staged.progress(id)
                .filter(progress -> visible(progress.staged().who(), caller))
                .map(progress -> StagedRetryView.of(progress, texts, language(caller)))
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no retry " + id));
    }

    public StagedRetryView pause(long id, Caller caller) {
        return steer(id, Deed.PLAN_PAUSED, caller, () -> staged.pause(id, caller.who()));
    }

    public StagedRetryView resume(long id, Caller caller) {
        return steer(id, Deed.PLAN_RESUMED, caller, () -> staged.resume(id, caller.who()));
    }

    public StagedRetryView cancel(long id, Caller caller) {
        return steer(id, Deed.PLAN_CANCELLED, caller, () -> staged.cancel(id, caller.who()));
    }

    private StagedRetryView steer(long id, Deed deed, Caller caller, Supplier<StagedRetry> action) {
        caller.need(Right.RETRY_GROUP);
        show(id, caller);
        String subject = RETRIES + id;
        Act act = Act.of(deed, subject, null, null).standing(() -> staged.progress(id)
                .map(progress -> progress.staged().state().name())
                .orElse(null));
        return refusing(caller, () -> once.run(caller, act, subject + " " + deed, action::get, () -> show(id, caller)));
    }

    private <T> T refusing(Caller caller, Supplier<T> action) {
        try {
            return action.get();
        } catch (StalePlan stale) {
            throw new ApiProblem(
                    ApiProblem.Code.REFUSED, Refused.Code.PLAN_STALE.name(), sentence(stale, texts, language(caller)));
        } catch (Refused refused) {
            throw refused.code() == Refused.Code.NOT_FOUND
                    ? new ApiProblem(ApiProblem.Code.NOT_FOUND, refused.getMessage())
                    : new ApiProblem(ApiProblem.Code.REFUSED, refused.code().name(), refused.getMessage());
        }
    }

    /** For example: 3 of 40 changed since the preview: 2 paid, 1 already retried. */
    public static String sentence(StalePlan stale, Texts texts, Locale language) {
        String parts = stale.changes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> texts.of(entry.getKey().key(), language, entry.getValue()))
                .collect(Collectors.joining(", "));
        return texts.of("plan.stale", language, stale.changed(), stale.members(), parts);
    }

    /** Who sees some creditors only, sees own plans only: those of others may hold letters of anybody. */
    private static boolean visible(String who, Caller caller) {
        return caller.creditors() == null || caller.who().equals(who);
    }

    private Plan kept(String id, Caller caller) {
        return plans.find(id)
                .filter(plan -> visible(plan.madeBy(), caller))
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no plan of that id"));
    }

    private PlanView view(Plan plan, Caller caller) {
        Long retry = staged.ofPlan(plan.id()).map(StagedRetry::id).orElse(null);
        return PlanView.of(plan, retry, texts, language(caller));
    }

    private static Locale language(Caller caller) {
        return Texts.language(caller.language());
    }
}
