package no.kravbro.camel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.Settings;
import no.kravbro.agency.WireAnswer;
import no.kravbro.creditor.Creditor;
import no.kravbro.money.AccountRole;
import no.kravbro.reconcile.PayoutWatch;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.InterimPosting;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Reads what stands on the interim account, so that the agencies' payouts are recognised; no call when none is expected. */
@Component("payoutDesk")
public class PayoutDesk {

    private static final String READING = "payout-reading";

    private final PayoutWatch watch;
    private final int pageSize;

    public PayoutDesk(PayoutWatch watch, Settings settings) {
        this.watch = watch;
        this.pageSize = settings.tripletex().pageSize();
    }

    /** @param accounts interim accounts still to be read; payouts of agencies may be expected on different ones */
    private record Reading(DayWindow window, Deque<Integer> accounts, int from, List<InterimPosting> postings) {}

    /** Sets the first call, or none. */
    public void begin(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        Deque<Integer> accounts = creditor.everywhere().stream()
                .map(each -> each.accounts().get(AccountRole.INTERIM))
                .distinct()
                .collect(Collectors.toCollection(ArrayDeque::new));
        exchange.removeVariable(Notebook.REQUEST);
        watch.window(creditor.id())
                .ifPresentOrElse(
                        window -> ask(exchange, new Reading(window, accounts, 0, new ArrayList<>())),
                        () -> watch.judge(creditor.id()));
    }

    /** Takes in a page, and sets the next call or none. */
    public void page(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        Reading reading = Notebook.need(exchange, READING, Reading.class);
        reading.postings()
                .addAll(InterimPosting.page(answer.body(), reading.accounts().element()));
        int count = InterimPosting.count(answer.body());
        if (count < pageSize && reading.accounts().size() > 1) {
            reading.accounts().remove();
            ask(exchange, new Reading(reading.window(), reading.accounts(), 0, reading.postings()));
        } else if (count < pageSize) {
            exchange.removeVariable(Notebook.REQUEST);
            watch.read(Notebook.creditor(exchange).id(), reading.window(), reading.postings());
        } else {
            int next = reading.from() + count;
            ask(exchange, new Reading(reading.window(), reading.accounts(), next, reading.postings()));
        }
    }

    private void ask(Exchange exchange, Reading reading) {
        exchange.setVariable(READING, reading);
        exchange.setVariable(
                Notebook.REQUEST,
                TripletexRequests.postingsOn(reading.accounts().element(), reading.window(), reading.from(), pageSize));
    }
}
