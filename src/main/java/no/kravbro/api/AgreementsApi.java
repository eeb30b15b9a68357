package no.kravbro.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import no.kravbro.access.Right;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditors;
import no.kravbro.reconcile.Agreement;
import no.kravbro.reconcile.Agreements;
import no.kravbro.reconcile.GreenDays;
import org.springframework.stereotype.Service;

/** {@code /api/v1/creditors/{creditor}/agreements}: the evidence that both sides were compared, and what it came to. */
@Service
public class AgreementsApi {

    private static final int REACH_DAYS = 400;
    /** Compared once a day; the day before yesterday is too long ago. */
    private static final int FRESH_DAYS = 1;

    private final Agreements agreements;
    private final Creditors creditors;
    private final Clock clock;

    AgreementsApi(Agreements agreements, Creditors creditors, Clock clock) {
        this.agreements = agreements;
        this.creditors = creditors;
        this.clock = clock;
    }

    /** Amounts in øre, sums of absolute amounts. */
    public record Day(
            LocalDate day,
            String agency,
            int claims,
            int agreeing,
            boolean green,
            long inTransitOre,
            long explainedOre,
            long unexplainedOre) {}

    /**
     * @param lastAt when both sides were compared last; null before the first time
     * @param ageDays days since then
     * @param stale it was too long ago, whatever it said
     * @param greenSince first day of the green ones that reach to the last comparison; null when that is not green
     */
    public record View(
            String creditorId,
            Instant lastAt,
            LocalDate lastDay,
            Long ageDays,
            boolean stale,
            LocalDate lastGreenDay,
            LocalDate greenSince,
            int greenDays,
            List<Day> days) {}

    /** Newest first. Parameters: from, to (Oslo days, both included; without them all of the last 400 days). */
    public View show(String creditorId, Query query, Caller caller) {
        query.only("from", "to");
        caller.need(Right.READ_MONEY);
        caller.needSight(creditorId, "There is no creditor " + creditorId);
        if (creditors.find(creditorId).isEmpty()) {
            throw new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no creditor " + creditorId);
        }
        LocalDate today = OsloDay.today(clock);
        LocalDate from = query.day("from", today.minusDays(REACH_DAYS));
        LocalDate to = query.day("to", today);
        List<Agreement> all = agreements.of(creditorId, today.minusDays(REACH_DAYS), today);
        GreenDays green = GreenDays.of(all);
        LocalDate last = green.last() == null ? null : green.last().day();
        Long age = last == null ? null : ChronoUnit.DAYS.between(last, today);
        return new View(
                creditorId,
                agreements.lastAt(creditorId).orElse(null),
                last,
                age,
                age == null || age > FRESH_DAYS,
                green.lastGreen(),
                green.since(),
                green.days(),
                all.stream()
                        .filter(each ->
                                !each.day().isBefore(from) && !each.day().isAfter(to))
                        .map(AgreementsApi::day)
                        .toList());
    }

    private static Day day(Agreement agreement) {
        return new Day(
                agreement.day(),
                agreement.agency(),
                agreement.claims(),
                agreement.agreeing(),
                agreement.isGreen(),
                agreement.inTransitOre(),
                agreement.explainedOre(),
                agreement.unexplainedOre());
    }
}
