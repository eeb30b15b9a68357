package no.kravbro.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kravbro.Masking;
import no.kravbro.deadletter.StalePlan.Change;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans of what is to be sent again: made from a preview, agreed to by their hash, and refused when the world has moved on. */
@Service
public class Plans {

    /** For so long a plan may be applied. */
    public static final Duration LASTS = Duration.ofMinutes(30);

    private final Previews previews;
    private final PlanRows rows;
    private final LetterReading letters;
    private final StagedRetries staged;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Plans(
            Previews previews,
            PlanRows rows,
            LetterReading letters,
            StagedRetries staged,
            TransactionTemplate transaction,
            @Qualifier("machine") Clock clock) {
        this.previews = previews;
        this.rows = rows;
        this.letters = letters;
        this.staged = staged;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param mended as in {@link Previews#of} */
    public Plan make(Selection selection, String mended, String who) {
        Preview preview = previews.of(selection, mended);
        List<Plan.Line> lines = preview.lines().stream().map(Plan.Line::of).toList();
        Instant now = clock.instant();
        Plan plan = new Plan(
                UUID.randomUUID().toString(),
                Plan.hash(lines, mended),
                Masking.mask(selection.words()),
                Masking.mask(mended),
                preview.version(),
                who,
                now,
                now.plus(LASTS),
                lines);
        transaction.executeWithoutResult(status -> rows.add(plan));
        return plan;
    }

    public Optional<Plan> find(String id) {
        return rows.find(id);
    }

    /**
     * Begins to send again what is safe, stage by stage, after everything was looked at once more.
     *
     * @param hash that of the plan the person has seen
     * @return id of the staged retry; throws {@link StalePlan} or {@link Refused}
     */
    public long apply(String id, String hash, String who) {
        Plan plan = rows.find(id).orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no plan " + id));
        if (!plan.hash().equals(hash)) {
            throw new Refused(Refused.Code.OTHER_PLAN, "The plan that was seen is not plan " + id);
        }
        if (!clock.instant().isBefore(plan.expiresAt())) {
            throw new Refused(Refused.Code.PLAN_EXPIRED, "Plan " + id + " was good until " + plan.expiresAt());
        }
        if (plan.safe().isEmpty()) {
            throw new Refused(Refused.Code.NOTHING_SAFE, "Nothing of plan " + id + " is safe to send again");
        }
        if (staged.ofPlan(id).isPresent()) {
            throw new Refused(Refused.Code.PLAN_APPLIED, "Plan " + id + " was applied already");
        }
        compare(plan);
        return staged.begin(plan, who);
    }

    private void compare(Plan plan) {
        List<DeadLetter> now =
                letters.find(plan.safe().stream().map(Plan.Line::letterId).toList());
        Map<Long, Preview.Line> lines = new HashMap<>();
        previews.tried(now.stream().filter(letter -> letter.state().isOpen()).toList(), plan.mended())
                .forEach(line -> lines.put(line.letter().id(), line));
        Map<Long, DeadLetter> byId = new HashMap<>();
        now.forEach(letter -> byId.put(letter.id(), letter));
        Map<Change, Integer> changes = new EnumMap<>(Change.class);
        for (Plan.Line line : plan.safe()) {
            change(line, byId.get(line.letterId()), lines.get(line.letterId()))
                    .ifPresent(change -> changes.merge(change, 1, Integer::sum));
        }
        if (!changes.isEmpty()) {
            throw new StalePlan(changes, plan.safe().size());
        }
    }

    private Optional<Change> change(Plan.Line was, DeadLetter letter, Preview.Line now) {
        switch (letter.state()) {
            case SOLVED:
                return Optional.of(Change.SOLVED);
            case CLOSED:
                return Optional.of(Change.CLOSED);
            case RETRYING, INQUIRING:
                return Optional.of(Change.RETRIED);
            default:
                return staged.isGoingOn(letter.id()) ? Optional.of(Change.RETRIED) : open(was, letter, now);
        }
    }

    private static Optional<Change> open(Plan.Line was, DeadLetter letter, Preview.Line now) {
        if (letter.revision() != was.revision()) {
            return Optional.of(Change.FAILED_ANEW);
        }
        if (now.why() == Preview.Why.NOT_WANTED) {
            boolean paid = now.detail() != null && now.detail().contains("PAID");
            return Optional.of(paid ? Change.PAID : Change.NOT_WANTED);
        }
        if (now.why() == Preview.Why.NOT_LOOKED) {
            return Optional.of(Change.NOT_LOOKED);
        }
        return Plan.Line.of(now).equals(was) ? Optional.empty() : Optional.of(Change.CONTENT);
    }
}
