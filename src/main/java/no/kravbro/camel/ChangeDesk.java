package no.kravbro.camel;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.agency.WireAnswer;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.reconcile.PaymentVouchers;
import no.kravbro.reconcile.PutRight;
import no.kravbro.reconcile.change.ChangeLook;
import no.kravbro.reconcile.change.ChangeWatch;
import no.kravbro.transfer.Screening;
import no.kravbro.transfer.list.CollectionLists;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.InvoiceReader;
import no.kravbro.tripletex.Scan;
import no.kravbro.tripletex.TripletexRequest;
import no.kravbro.tripletex.TripletexRequests;
import no.kravbro.tripletex.VoucherFacts;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the invoices of claims that an agency has, a hundred a call; only when something is new on them the vouchers behind
 * it, and only when those tell neither money nor loss the credit notes they may book.
 */
@Component("changeDesk")
public class ChangeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeDesk.class);
    private static final String ROUND = "change-round";
    private static final int OLDEST_DAYS = 3650;
    private static final int AHEAD_DAYS = 400;

    private final ChangeWatch watch;
    private final Screening screening;
    private final PutRight putRight;
    private final PaymentVouchers payments;
    private final CollectionLists lists;
    private final JobDesk jobs;
    private final Clock clock;

    public ChangeDesk(
            ChangeWatch watch,
            Screening screening,
            PutRight putRight,
            PaymentVouchers payments,
            CollectionLists lists,
            JobDesk jobs,
            Clock clock) {
        this.watch = watch;
        this.screening = screening;
        this.putRight = putRight;
        this.payments = payments;
        this.lists = lists;
        this.jobs = jobs;
        this.clock = clock;
    }

    private static final class Round {
        private final Creditor creditor;
        private final DayWindow ever;
        private final Deque<Question> questions = new ArrayDeque<>();
        private int found;

        private Round(Creditor creditor, DayWindow ever) {
            this.creditor = creditor;
            this.ever = ever;
        }
    }

    private record Question(TripletexRequest request, Consumer<String> answered) {}

    /** Sets the first call, or none when no agency has a claim. */
    public void begin(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        LocalDate today = OsloDay.today(clock);
        DayWindow ever = DayWindow.through(today.minusDays(OLDEST_DAYS), today.plusDays(AHEAD_DAYS));
        Round round = new Round(creditor, ever);
        // What is about to go to collection is read first: its minutes are counted.
        Map<Boolean, List<Long>> parted = watch.invoices(creditor).stream()
                .collect(Collectors.partitioningBy(lists.closing(creditor.id())::contains));
        Stream.of(true, false)
                .flatMap(first -> Scan.rereads(parted.get(first), ever).stream())
                .forEach(request -> round.questions.add(new Question(request, body -> invoices(round, body))));
        exchange.setVariable(ROUND, round);
        next(exchange, round);
    }

    /** Takes in the answer, and sets the next call or none. */
    public void read(Exchange exchange) {
        Round round = Notebook.need(exchange, ROUND, Round.class);
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        round.questions.remove().answered().accept(answer.body());
        jobs.holdOn(exchange);
        next(exchange, round);
    }

    private static void next(Exchange exchange, Round round) {
        if (round.questions.isEmpty()) {
            exchange.removeVariable(Notebook.REQUEST);
        } else {
            exchange.setVariable(Notebook.REQUEST, round.questions.peek().request());
        }
    }

    public void end(Exchange exchange) {
        Round round = Notebook.need(exchange, ROUND, Round.class);
        if (round.found > 0) {
            LOG.info("Changes found on invoices of {}: {}", round.creditor.id(), round.found);
        }
    }

    private void invoices(Round round, String body) {
        List<Invoice> page = InvoiceReader.page(body);
        screening.page(round.creditor, page);
        putRight.seen(round.creditor.id(), page);
        Set<Long> unnumbered = payments.missing(
                round.creditor.id(),
                page.stream()
                        .flatMap(invoice -> invoice.postings().stream())
                        .map(InvoicePosting::id)
                        .toList());
        if (!unnumbered.isEmpty()) {
            payments.found(round.creditor.id(), InvoiceReader.vouchers(body, unnumbered));
        }
        ChangeLook look = watch.look(round.creditor, page);
        Map<Long, VoucherFacts> read = new HashMap<>();
        Series vouchers = new Series(
                parts(look.strange()),
                ids -> TripletexRequests.voucherEvidence(ids, round.ever),
                answer -> read.putAll(VoucherFacts.list(answer)));
        ask(round, vouchers, () -> credits(round, page, look, read));
    }

    private void credits(Round round, List<Invoice> page, ChangeLook look, Map<Long, VoucherFacts> read) {
        Set<Long> unclear = new TreeSet<>();
        read.values().stream().filter(VoucherFacts::mayCredit).forEach(facts -> unclear.add(facts.id()));
        Series notes = new Series(
                parts(unclear),
                ids -> TripletexRequests.invoicesOfVouchers(ids, round.ever),
                answer -> VoucherFacts.creditNotes(answer)
                        .forEach((id, number) -> read.computeIfPresent(id, (same, facts) -> facts.crediting(number))));
        ask(round, notes, () -> judge(round, page, look, read));
    }

    private void judge(Round round, List<Invoice> page, ChangeLook look, Map<Long, VoucherFacts> vouchers) {
        if (!look.quiet()) {
            round.found += watch.judge(round.creditor, look, vouchers);
        }
        // Not before what is reported is written down: whether the agency knows is asked of that.
        lists.read(round.creditor, page);
    }

    /** The same question about many, some at a time. */
    private record Series(
            Deque<List<Long>> parts, Function<List<Long>, TripletexRequest> request, Consumer<String> answered) {}

    /** Asks all of a series before anything else, and goes on when the last is answered. */
    private static void ask(Round round, Series series, Runnable then) {
        List<Long> some = series.parts().poll();
        if (some == null) {
            then.run();
            return;
        }
        round.questions.addFirst(new Question(series.request().apply(some), answer -> {
            series.answered().accept(answer);
            ask(round, series, then);
        }));
    }

    private static Deque<List<Long>> parts(Set<Long> ids) {
        List<Long> sorted = ids.stream().sorted().toList();
        Deque<List<Long>> parts = new ArrayDeque<>();
        for (int from = 0; from < sorted.size(); from += TripletexRequests.IDS_PER_CALL) {
            parts.add(sorted.subList(from, Math.min(from + TripletexRequests.IDS_PER_CALL, sorted.size())));
        }
        return parts;
    }
}
