package no.kravbro.camel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import no.kravbro.Settings;
import no.kravbro.agency.WireAnswer;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.Schedules;
import no.kravbro.reconcile.PutRight;
import no.kravbro.reconcile.change.ChangeWatch;
import no.kravbro.transfer.Screening;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.InvoiceReader;
import no.kravbro.tripletex.Scan;
import no.kravbro.tripletex.TripletexError;
import no.kravbro.tripletex.TripletexRequest;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Walks through a creditor's invoices: first all of the window by pages, then those that matter and were not among them, a
 * hundred ids a call.
 */
@Component("invoiceDesk")
public class InvoiceDesk {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceDesk.class);
    private static final String WALK = "walk";
    /** A claim lapses three years after it fell due; what is older is nobody's to collect. */
    private static final int REACH_DAYS = 3 * 366 + 60;
    /** Invoices we hold may be older than the scan reaches; the API demands a window all the same. */
    private static final int OLDEST_DAYS = 3650;

    private final Screening screening;
    private final Invoices invoices;
    private final PutRight putRight;
    private final ChangeWatch watch;
    private final Schedules schedules;
    private final JobDesk jobs;
    private final Settings settings;
    private final Clock clock;
    private final Clock machine;

    public InvoiceDesk(
            Screening screening,
            Invoices invoices,
            PutRight putRight,
            ChangeWatch watch,
            Schedules schedules,
            JobDesk jobs,
            Settings settings,
            Clock clock,
            @Qualifier("machine") Clock machine) {
        this.screening = screening;
        this.invoices = invoices;
        this.putRight = putRight;
        this.watch = watch;
        this.schedules = schedules;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
        this.machine = machine;
    }

    private static final class Walk {
        private final Scan scan;
        private final Instant began;
        private Deque<TripletexRequest> rereads;
        private Screening.Result result = Screening.Result.NONE;

        private Walk(Scan scan, Instant began) {
            this.scan = scan;
            this.began = began;
        }
    }

    public void begin(Exchange exchange) {
        DayWindow window = Scan.reachingBack(OsloDay.today(clock), REACH_DAYS);
        Walk walk = new Walk(new Scan(window, settings.tripletex().pageSize()), machine.instant());
        exchange.setVariable(WALK, walk);
        exchange.setVariable(Notebook.REQUEST, walk.scan.next().orElseThrow());
    }

    /** Screens what the call gave, and sets the next call or none. */
    public void page(Exchange exchange) {
        Walk walk = Notebook.need(exchange, WALK, Walk.class);
        Creditor creditor = Notebook.creditor(exchange);
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        boolean scanning = walk.rereads == null;
        if (answer.status() == 200) {
            List<Invoice> page = InvoiceReader.page(answer.body());
            walk.result = walk.result.plus(screening.page(creditor, page));
            putRight.seen(creditor.id(), page);
            hint(creditor, page);
            if (scanning) {
                walk.scan.pageRead(page.size());
            }
        } else if (scanning && tooLarge(answer)) {
            walk.scan.tooLarge();
        } else {
            throw new ReadFailed(answer);
        }
        jobs.holdOn(exchange);
        next(exchange, walk, creditor);
    }

    /** What has changed with claims that an agency has is looked into by the job that does so. */
    private void hint(Creditor creditor, List<Invoice> page) {
        if (watch.look(creditor, page).worth()) {
            schedules.hint(creditor.id(), Job.CHANGES.name());
        }
    }

    private static boolean tooLarge(WireAnswer answer) {
        return answer.status() == 422 && TripletexError.of(answer.body()).code() == TripletexError.TOO_LARGE;
    }

    private void next(Exchange exchange, Walk walk, Creditor creditor) {
        TripletexRequest request = walk.scan.next().orElse(null);
        if (request == null) {
            if (walk.rereads == null) {
                walk.rereads = rereads(creditor, walk.began);
            }
            request = walk.rereads.poll();
        }
        if (request == null) {
            exchange.removeVariable(Notebook.REQUEST);
        } else {
            exchange.setVariable(Notebook.REQUEST, request);
        }
    }

    private Deque<TripletexRequest> rereads(Creditor creditor, Instant began) {
        DayWindow ever = Scan.reachingBack(OsloDay.today(clock), OLDEST_DAYS);
        Deque<TripletexRequest> calls = new ArrayDeque<>();
        invoices.rereads(creditor.id(), began).forEach(ids -> calls.addAll(Scan.rereads(ids, ever)));
        return calls;
    }

    public void end(Exchange exchange) {
        Screening.Result result = Notebook.need(exchange, WALK, Walk.class).result;
        // A scan that changes nothing is not news.
        LOG.atLevel(result.created() > 0 ? Level.INFO : Level.DEBUG)
                .log(
                        "Read the invoices of {}: new claims {}, held {}, excluded {}",
                        Notebook.creditor(exchange).id(),
                        result.created(),
                        result.hold(),
                        result.exclude());
    }
}
