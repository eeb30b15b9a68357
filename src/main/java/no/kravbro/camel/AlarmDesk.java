package no.kravbro.camel;

import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.DueJob;
import no.kravbro.reconcile.Alarms;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Raises and ends alarms by how the jobs of a creditor end. */
@Component("alarmDesk")
public class AlarmDesk {

    private final Alarms alarms;

    public AlarmDesk(Alarms alarms) {
        this.alarms = alarms;
    }

    /** Looks every night, whether or not the agency answers, what should have been heard from it. */
    public void done(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        Job job = job(exchange);
        alarms.done(creditor.id(), farSide(creditor, job));
        if (job == Job.CHANGES) {
            alarms.unheard(creditor.id());
        }
    }

    public void failed(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        if (failure instanceof ReadFailed read) {
            alarms.failed(creditor.id(), farSide(creditor, job(exchange)), read.cause());
        }
    }

    private static Job job(Exchange exchange) {
        return Job.valueOf(Notebook.need(exchange, JobDesk.JOB, DueJob.class).job());
    }

    private static String farSide(Creditor creditor, Job job) {
        return job.asksAgency() ? creditor.agency() : "tripletex";
    }
}
