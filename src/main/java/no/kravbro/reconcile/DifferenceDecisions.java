package no.kravbro.reconcile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Schedules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about a difference. Every decision is logged with who and why, in one transaction with it. */
@Service
public class DifferenceDecisions {

    private static final Set<DifferenceState> UNDECIDED =
            EnumSet.of(DifferenceState.OPEN, DifferenceState.ACKNOWLEDGED, DifferenceState.FIXED);

    private final Differences differences;
    private final DifferenceLog log;
    private final DifferenceEvidence evidence;
    private final Schedules schedules;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DifferenceDecisions(
            Differences differences,
            DifferenceLog log,
            DifferenceEvidence evidence,
            Schedules schedules,
            JdbcClient sql,
            TransactionTemplate transaction,
            Clock clock) {
        this.differences = differences;
        this.log = log;
        this.evidence = evidence;
        this.schedules = schedules;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Somebody works on it. False unless it is open. @param note why and how, or null */
    public boolean acknowledge(long id, String who, String note) {
        return decide(
                id,
                Set.of(DifferenceState.OPEN),
                DifferenceState.ACKNOWLEDGED,
                null,
                difference -> log.note(id, who, DifferenceLog.What.ACKNOWLEDGED, difference.amountOre(), note));
    }

    /** Somebody has booked it away; the next comparison tells whether that is so. False when it is over or accepted. */
    public boolean fixed(long id, String who, List<String> references, String note) {
        String detail = String.join(", ", references) + (note == null ? "" : ": " + note);
        return decide(
                id,
                UNDECIDED,
                DifferenceState.FIXED,
                null,
                difference -> log.note(id, who, DifferenceLog.What.FIXED, difference.amountOre(), detail));
    }

    /**
     * The business lives with it. What both sides say now is kept as evidence. False when it is over or accepted already.
     *
     * @param until last Oslo day of the acceptance, or null when it does not end
     */
    public boolean accept(long id, String who, String note, LocalDate until) {
        return decide(
                id,
                UNDECIDED,
                DifferenceState.ACCEPTED,
                until,
                difference -> log.note(
                        id, who, DifferenceLog.What.ACCEPTED, difference.amountOre(), note, evidence.of(difference)));
    }

    private boolean decide(
            long id, Set<DifferenceState> from, DifferenceState to, LocalDate until, Consumer<Difference> logged) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Difference difference = differences.find(id).orElse(null);
            if (difference == null || !from.contains(difference.state()) || !moved(difference, to, until)) {
                return false;
            }
            logged.accept(difference);
            return true;
        }));
    }

    /** False when another has moved it meanwhile. */
    private boolean moved(Difference difference, DifferenceState to, LocalDate until) {
        return sql.sql("update difference set state = :to, accepted_until = cast(:until as date)"
                                + " where id = :id and state = :from")
                        .param("to", to.name())
                        .param("until", until)
                        .param("id", difference.id())
                        .param("from", difference.state().name())
                        .update()
                == 1;
    }

    /** Acceptances whose last day has passed stand open again. */
    void expire(String creditorId) {
        LocalDate today = OsloDay.today(clock);
        differences.open(creditorId).stream()
                .filter(each -> each.state() == DifferenceState.ACCEPTED)
                .filter(each ->
                        each.acceptedUntil() != null && each.acceptedUntil().isBefore(today))
                .forEach(each -> transaction.executeWithoutResult(status -> {
                    if (moved(each, DifferenceState.OPEN, null)) {
                        log.note(
                                each.id(),
                                DifferenceLog.SYSTEM,
                                DifferenceLog.What.EXPIRED,
                                each.amountOre(),
                                each.acceptedUntil().toString());
                    }
                }));
    }

    /** Has both sides read again now, and compared. */
    public void reread(Difference difference, String who) {
        transaction.executeWithoutResult(status -> {
            log.note(difference.id(), who, DifferenceLog.What.REREAD, difference.amountOre(), null);
            Job.BOTH_SIDES.forEach(job -> schedules.hint(difference.creditorId(), job.name()));
        });
    }
}
