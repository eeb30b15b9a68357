package no.kravbro.camel;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import no.kravbro.Settings;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Job;
import no.kravbro.creditor.Timetable;
import no.kravbro.delivery.DueJob;
import no.kravbro.delivery.Schedules;
import no.kravbro.transfer.list.ListItems;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes due jobs out of the timetable and puts them back with their next time. */
@Component("jobDesk")
public class JobDesk {

    static final String JOB = "job";
    /** Up to where has been read: a day, or what the far side calls a cursor. */
    static final String CURSOR = "cursor";

    private static final String BEGUN = "begunAt";

    static final Duration LEASE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(30);
    /** Settlements are asked for again over some days: what came late must not be missed, and enters once anyway. */
    private static final int OVERLAP_DAYS = 7;

    /** Before everything that may have changed is read. */
    private static final List<String> SUBSCRIPTIONS_AT = List.of("22:30");

    private static final String NOT_SERVED = "Not in the creditors file";
    private static final String NOT_OFFERED = "Not in the agency's profile";

    private static final int FIRST_REACH_DAYS = 90;
    private static final List<String> OFFICE_HOURS = List.of("08:00", "11:00", "14:00", "17:00");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Schedules schedules;
    private final Creditors creditors;
    private final AgencyProfiles profiles;
    private final ListItems lists;
    private final Clock clock;
    private final String node;
    private final Settings.Tripletex tripletex;

    public JobDesk(
            Schedules schedules,
            Creditors creditors,
            AgencyProfiles profiles,
            ListItems lists,
            Clock clock,
            Settings settings) {
        this.schedules = schedules;
        this.creditors = creditors;
        this.profiles = profiles;
        this.lists = lists;
        this.clock = clock;
        this.node = settings.node();
        this.tripletex = settings.tripletex();
    }

    /** Every creditor has its jobs; new ones are due at once, and so are those that are there again. */
    public void ensureAll() {
        for (Creditor creditor : creditors.everywhere()) {
            for (Job job : Job.values()) {
                if (times(job, creditor) != null) {
                    schedules.ensure(creditor.id(), job.farSide(creditor), job.name(), clock.instant());
                }
            }
        }
        schedules.all().stream()
                .filter(job -> NOT_OFFERED.equals(job.lastResult()) || NOT_SERVED.equals(job.lastResult()))
                .filter(job ->
                        served(job).filter(creditor -> offered(job, creditor)).isPresent())
                .forEach(job -> schedules.hint(job.creditorId(), job.farSide(), job.job()));
    }

    /** The creditor at the agency that is asked; at its first one where the accounting system is. */
    private Optional<Creditor> served(DueJob job) {
        Optional<Creditor> creditor = creditors.find(job.creditorId());
        return Job.valueOf(job.job()).asksAgency() ? creditor.flatMap(each -> each.findAt(job.farSide())) : creditor;
    }

    /**
     * One due job, or none. A job of a creditor that is no longer served, or that its agency does not have any more, rests for
     * a day.
     */
    public void claim(Exchange exchange) {
        List<DueJob> due = schedules.claim(node, LEASE, 1);
        if (due.isEmpty()) {
            return;
        }
        DueJob job = due.get(0);
        Optional<Creditor> creditor = served(job);
        if (creditor.isEmpty()) {
            rest(job, NOT_SERVED);
        } else if (!offered(job, creditor.get())) {
            rest(job, NOT_OFFERED);
        } else {
            begin(exchange, job, creditor.get());
        }
    }

    private void rest(DueJob job, String why) {
        schedules.finish(job, clock.instant().plus(Duration.ofDays(1)), why);
    }

    private boolean offered(DueJob job, Creditor creditor) {
        return times(Job.valueOf(job.job()), creditor) != null;
    }

    private void begin(Exchange exchange, DueJob job, Creditor creditor) {
        Instant now = clock.instant();
        LocalDate today = OsloDay.of(now);
        exchange.setVariable(JOB, job);
        exchange.setVariable(BEGUN, now);
        exchange.setVariable(Notebook.CREDITOR, creditor);
        exchange.setVariable(CURSOR, job.cursor());
        exchange.setVariable("fromDate", from(job.cursor(), today).toString());
        exchange.setVariable("toDate", today.toString());
        exchange.setVariable("port", port(Job.valueOf(job.job()), creditor));
    }

    private static LocalDate from(String cursor, LocalDate today) {
        return cursor == null || !DAY.matcher(cursor).matches()
                ? today.minusDays(FIRST_REACH_DAYS)
                : LocalDate.parse(cursor).minusDays(OVERLAP_DAYS);
    }

    private static String port(Job job, Creditor creditor) {
        return switch (job) {
            case SCAN -> "tripletex.fetch-invoices";
            case CHANGES -> "tripletex.fetch-changes";
            case SUBSCRIPTIONS -> "tripletex.keep-subscriptions";
            case PROPOSALS -> "tripletex.watch-proposals";
            case PAYOUTS -> "tripletex.watch-payouts";
            default -> creditor.agency() + ".receive-" + job.scheduled();
        };
    }

    public void done(Exchange exchange) {
        DueJob job = Notebook.need(exchange, JOB, DueJob.class);
        Creditor creditor = Notebook.creditor(exchange);
        String read = exchange.getVariable(CURSOR, String.class);
        boolean day = read == null || DAY.matcher(read).matches();
        schedules.cursor(job, day ? Notebook.need(exchange, "toDate", String.class) : read);
        // A time of day that came while the job ran is due: what has happened since it began is not read yet.
        Instant begun = Notebook.need(exchange, BEGUN, Instant.class);
        Job kind = Job.valueOf(job.job());
        Instant next = Timetable.of(times(kind, creditor)).after(begun);
        schedules.finish(job, kind == Job.CHANGES ? beforeLists(creditor, begun, next) : next, "OK");
    }

    /** The books are read again right before a collection list goes through. */
    private Instant beforeLists(Creditor creditor, Instant begun, Instant next) {
        return lists.nextLook(creditor.id(), begun)
                .filter(look -> look.isBefore(next))
                .orElse(next);
    }

    /** Null where the agency has no such job, or is none of ours any more. */
    private List<String> times(Job job, Creditor creditor) {
        return switch (job) {
            case SCAN -> creditor.scanAt();
            case SUBSCRIPTIONS -> tripletex.webhookUrl() == null ? null : SUBSCRIPTIONS_AT;
            case CHANGES, PAYOUTS -> creditor.bookkeeping().syncAt();
            case PROPOSALS -> proposalTimes(creditor);
            default -> agencyTimes(job, creditor);
        };
    }

    /** Vouchers wait for a person where the agency proposes them, and where the creditor wants them to. */
    private List<String> proposalTimes(Creditor creditor) {
        List<String> times = creditor.everywhere().stream()
                .map(this::proposalTimesAt)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .distinct()
                .toList();
        return times.isEmpty() ? null : times;
    }

    private List<String> proposalTimesAt(Creditor creditor) {
        List<String> asked = agencyTimes(Job.PROPOSALS, creditor);
        return asked == null && creditor.bookingWay() == BookingWay.PROPOSAL ? OFFICE_HOURS : asked;
    }

    private List<String> agencyTimes(Job job, Creditor creditor) {
        String times = profiles.ids().contains(creditor.agency())
                ? profiles.of(creditor.agency()).schedule().get(job.scheduled())
                : null;
        if (times == null) {
            return null;
        }
        List<String> own = creditor.wishes().schedule().get(job.scheduled());
        return own == null ? List.of(times.split("\\s*,\\s*")) : own;
    }

    /** What was read up to a page's cursor is worked on: the next run goes on behind it, however this one ends. */
    public void keep(Exchange exchange) {
        DueJob job = Notebook.need(exchange, JOB, DueJob.class);
        schedules.cursor(job, Notebook.need(exchange, CURSOR, String.class));
        holdOn(exchange);
    }

    /**
     * Keeps the lease of a read that takes long; to be said once per page. A run that has lost its job to another one ends
     * here, so that no two go on. Without a job, as when a reading is started by hand, nothing is held.
     */
    public void holdOn(Exchange exchange) {
        DueJob job = exchange.getVariable(JOB, DueJob.class);
        if (job != null && !schedules.renew(job, LEASE)) {
            throw new IllegalStateException(job.job() + " of " + job.creditorId() + " is held by another");
        }
    }

    /** Reading changes nothing, so a job that failed is simply run again after a pause. */
    public void failed(Exchange exchange) {
        DueJob job = Notebook.need(exchange, JOB, DueJob.class);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Duration asked = failure instanceof ReadFailed read ? read.pause() : null;
        if (exchange.getContext().getStatus().isStopping()) {
            // Its own end cut it short: whoever comes next may go on at once.
            schedules.failed(job, Duration.ZERO, "Stopped");
            return;
        }
        Duration pause = asked == null ? PAUSE_AFTER_FAILURE : asked;
        LOG.warn(
                "{} for {} is tried again in {} s: {}", job.job(), job.creditorId(), pause.toSeconds(), words(failure));
        schedules.failed(job, pause, words(failure));
    }

    /** Routes have stopped by now, so whatever is still held was cut short. */
    @PreDestroy
    void handBack() {
        schedules.handBack(node);
    }

    private static String words(Throwable failure) {
        if (failure instanceof ReadFailed read) {
            return read.getMessage() + " (" + read.cause() + ")";
        }
        if (failure instanceof DataAccessException) {
            // Never the words of the database: they quote the row.
            return "The database refused it: " + failure.getClass().getSimpleName();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
