package no.kravbro.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.kravbro.access.Right;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.EmployeeTokens;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Inbox;
import no.kravbro.tripletex.RateBudget;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * {@code /api/v1/creditors/{creditor}/health}: whether a creditor's connections hold. How old its key is, how many calls are left,
 * when something came last from each agency, what the last readings said and when the next ones are.
 */
@Service
public class HealthApi {

    /** What is noticed here of files that are missing or broken; nothing has come with it. */
    private static final String NOTICED_HERE = ".file";

    private final KnownCreditors creditors;
    private final AgenciesApi agencies;
    private final Inbox inbox;
    private final EmployeeTokens tokens;
    private final RateBudget budget;
    private final Clock clock;
    private final Clock machine;

    HealthApi(
            KnownCreditors creditors,
            AgenciesApi agencies,
            Inbox inbox,
            EmployeeTokens tokens,
            RateBudget budget,
            Clock clock,
            @Qualifier("machine") Clock machine) {
        this.creditors = creditors;
        this.agencies = agencies;
        this.inbox = inbox;
        this.tokens = tokens;
        this.budget = budget;
        this.clock = clock;
        this.machine = machine;
    }

    /** @param at when something came last from this agency for the creditor; null where nothing has */
    public record Received(String agency, Instant at) {}

    /**
     * How it stands.
     *
     * @param failing jobs whose last reading did not end well
     * @param keyDays days since the file with the creditor's key was written; null where it cannot be read
     * @param keyExpiresOn the day on which that key ends, as the creditors file says; null where it says nothing
     * @param keyDaysLeft days until then, less than 0 when it is over
     * @param callsLeft calls that Tripletex still answers in this period; null until it has said
     * @param callsLimit calls in a period, or null
     * @param callsResetAt when all of them are there again; null when they are
     * @param received by agency
     * @param progress of what was asked for last; null where nobody has asked
     */
    public record View(
            List<String> failing,
            Long keyDays,
            LocalDate keyExpiresOn,
            Long keyDaysLeft,
            Integer callsLeft,
            Integer callsLimit,
            Instant callsResetAt,
            List<Received> received,
            List<AgenciesApi.JobView> jobs,
            Progress progress) {}

    /**
     * How far what was asked for last has come; it stands in the timetable's rows, so anybody sees it at any time.
     *
     * @param of jobs that were asked for together
     * @param done of them
     * @param over whether all are done
     */
    public record Progress(Instant askedAt, String askedBy, int of, int done, boolean over) {}

    public View show(String id, Caller caller) {
        caller.need(Right.READ_CREDITORS);
        Creditor creditor = creditors.known(id, caller);
        List<AgenciesApi.JobView> jobs = agencies.jobs(id, caller);
        RateBudget.Headroom headroom = budget.headroom(RateBudget.name(EmployeeTokens.name(creditor)));
        return new View(
                jobs.stream()
                        .filter(AgenciesApi.JobView::isFailing)
                        .map(AgenciesApi.JobView::job)
                        .distinct()
                        .toList(),
                keyDays(tokens.writtenAt(creditor)),
                creditor.wishes().keyExpiresOn(),
                daysUntil(creditor.wishes().keyExpiresOn()),
                headroom.left(),
                headroom.limit(),
                headroom.resetsAt(),
                received(creditor),
                jobs,
                progress(jobs));
    }

    /** Null where nobody has asked. */
    private static Progress progress(List<AgenciesApi.JobView> jobs) {
        List<AgenciesApi.AskedRun> asked = jobs.stream()
                .map(AgenciesApi.JobView::run)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(AgenciesApi.AskedRun::askedAt).reversed())
                .toList();
        if (asked.isEmpty()) {
            return null;
        }
        AgenciesApi.AskedRun last = asked.get(0);
        List<AgenciesApi.AskedRun> together = asked.stream()
                .filter(each -> each.askedAt().equals(last.askedAt()))
                .toList();
        int done = (int) together.stream().filter(each -> each.state().over()).count();
        return new Progress(last.askedAt(), last.askedBy(), together.size(), done, done == together.size());
    }

    /** Agencies that the creditors file names are there though nothing has come; others because something has. */
    private List<Received> received(Creditor creditor) {
        Map<String, Instant> last = new TreeMap<>();
        creditor.everywhere().forEach(each -> last.put(each.agency(), Instant.MIN));
        inbox.newest(creditor.id()).forEach((source, at) -> {
            String agency = source.substring(0, Math.max(0, source.indexOf('.')));
            if (!agency.isEmpty() && !agency.equals(Job.TRIPLETEX) && !source.endsWith(NOTICED_HERE)) {
                last.merge(agency, at, (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return last.entrySet().stream()
                .map(each -> new Received(each.getKey(), each.getValue() == Instant.MIN ? null : each.getValue()))
                .toList();
    }

    private Long daysUntil(LocalDate end) {
        return end == null ? null : ChronoUnit.DAYS.between(OsloDay.today(clock), end);
    }

    private Long keyDays(Instant written) {
        return written == null
                ? null
                : Math.max(0, Duration.between(written, machine.instant()).toDays());
    }
}
