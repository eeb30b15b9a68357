package no.kravbro.camel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.DueJob;
import no.kravbro.reconcile.Alarms;
import no.kravbro.reconcile.ClaimWatch;
import no.kravbro.reconcile.FeeWatch;
import no.kravbro.transfer.instruct.SmallRemainders;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Raises and ends alarms by how the jobs of a creditor end. */
@Component("alarmDesk")
public class AlarmDesk {

    /** Set when a job has been done and put back. */
    static final String DONE = "done";

    /** Jobs whose failure may leave both sides uncompared: the look of every night is part of the first. */
    private static final Set<Job> LOOKS = EnumSet.of(Job.CHANGES, Job.BALANCES);

    private static final Logger LOG = LoggerFactory.getLogger(AlarmDesk.class);

    private final Alarms alarms;
    private final ClaimWatch watch;
    private final SmallRemainders remainders;
    private final FeeWatch fees;
    private final Clock clock;
    private final Map<String, LocalDate> watched = new ConcurrentHashMap<>();

    public AlarmDesk(Alarms alarms, ClaimWatch watch, SmallRemainders remainders, FeeWatch fees, Clock clock) {
        this.alarms = alarms;
        this.watch = watch;
        this.remainders = remainders;
        this.fees = fees;
        this.clock = clock;
    }

    /** Looks every night, whether or not the agency answers, what should have been heard from it. */
    public void done(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        Job job = job(exchange);
        alarms.done(creditor.id(), job.farSide(creditor));
        if (job == Job.CHANGES) {
            alarms.unheard(creditor.id());
            alarms.uncompared(creditor.id());
        }
    }

    /**
     * Looks for what grows old, once a day on each node: a task that is known is not opened again. The changes that were read
     * are done with by now; what fails here is shown, and holds up nothing else.
     */
    public void watch(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        LocalDate today = OsloDay.today(clock);
        if (job(exchange) != Job.CHANGES || today.equals(watched.get(creditor.id()))) {
            return;
        }
        try {
            watch.look(creditor);
            remainders.end(creditor);
            fees.look(creditor);
            alarms.watched(creditor.id());
            watched.put(creditor.id(), today);
        } catch (RuntimeException failure) {
            String why = failure.getClass().getSimpleName();
            // Never the words of the database: they quote the row.
            LOG.error(
                    "What grows old is not looked for at {}: {}",
                    creditor.id(),
                    why,
                    MemoryFailure.any(failure) ? null : failure);
            alarms.watchStopped(creditor.id(), why);
        }
    }

    public void failed(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure instanceof ReadFailed read) {
            alarms.failed(creditor.id(), job(exchange).farSide(creditor), read.cause());
        }
        if (LOOKS.contains(job(exchange))) {
            alarms.uncompared(creditor.id());
        }
    }

    private static Job job(Exchange exchange) {
        return Job.valueOf(Notebook.need(exchange, JobDesk.JOB, DueJob.class).job());
    }
}
