package no.kravbro.camel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import no.kravbro.agency.WireAnswer;
import no.kravbro.reconcile.BookedPosting;
import no.kravbro.reconcile.Booking;
import no.kravbro.reconcile.Bookings;
import no.kravbro.reconcile.ProposalWatch;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.PersonsVoucher;
import no.kravbro.tripletex.TripletexError;
import no.kravbro.tripletex.TripletexRequest;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Looks what people have done with our proposed vouchers, all of a creditor at once: one call for every hundred that may be
 * posted, one for those that wait, and only what is in neither list is asked for by itself, for it may be deleted or dated anew.
 */
@Component("proposalWatchDesk")
public class ProposalWatchDesk {

    private static final String WATCH = "proposal-watch";
    /** A person may date a voucher anew when posting it. */
    private static final int REDATED_DAYS = 400;

    private static final int NOT_FOUND = 404;

    private final ProposalWatch watch;

    public ProposalWatchDesk(ProposalWatch watch) {
        this.watch = watch;
    }

    /** The vouchers whose fate is not known yet, and the questions that are left to ask about them. */
    private static final class Round {
        private final Map<Long, Booking> open = new LinkedHashMap<>();
        private final Deque<Question> questions = new ArrayDeque<>();
    }

    private record Question(TripletexRequest request, Consumer<WireAnswer> answered) {}

    /** Sets the first call, or none when nothing waits. */
    public void begin(Exchange exchange) {
        Round round = new Round();
        watch.waiting(Notebook.creditor(exchange).id())
                .forEach(booking -> round.open.put(booking.voucherId(), booking));
        if (!round.open.isEmpty()) {
            DayWindow window = window(round);
            List<Long> ids = List.copyOf(round.open.keySet());
            for (int from = 0; from < ids.size(); from += TripletexRequests.IDS_PER_CALL) {
                List<Long> some = ids.subList(from, Math.min(from + TripletexRequests.IDS_PER_CALL, ids.size()));
                round.questions.add(
                        new Question(TripletexRequests.vouchersById(some, window), answer -> inBooks(round, answer)));
            }
            round.questions.add(
                    new Question(TripletexRequests.waitingVouchers(window), answer -> stillWaiting(round, answer)));
        }
        exchange.setVariable(WATCH, round);
        next(exchange, round);
    }

    private static DayWindow window(Round round) {
        var days = round.open.values().stream().map(Booking::bookedOn).sorted().toList();
        return DayWindow.through(
                days.get(0).minusDays(REDATED_DAYS), days.get(days.size() - 1).plusDays(REDATED_DAYS));
    }

    /** Takes in the answer, and sets the next call or none. */
    public void read(Exchange exchange) {
        Round round = Notebook.need(exchange, WATCH, Round.class);
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        round.questions.remove().answered().accept(answer);
        next(exchange, round);
    }

    private static void next(Exchange exchange, Round round) {
        if (round.open.isEmpty() || round.questions.isEmpty()) {
            exchange.removeVariable(Notebook.REQUEST);
        } else {
            exchange.setVariable(Notebook.REQUEST, round.questions.peek().request());
        }
    }

    private void inBooks(Round round, WireAnswer answer) {
        PersonsVoucher.list(body(answer)).stream()
                .filter(PersonsVoucher::posted)
                .forEach(voucher -> posted(round, voucher));
    }

    private void stillWaiting(Round round, WireAnswer answer) {
        PersonsVoucher.list(body(answer)).forEach(voucher -> round.open.remove(voucher.id()));
        List.copyOf(round.open.keySet())
                .forEach(id -> round.questions.add(
                        new Question(TripletexRequests.voucher(id), single -> neither(round, id, single))));
    }

    private void neither(Round round, long id, WireAnswer answer) {
        // Only Tripletex's own word for it: what stands between us may not find the way, and a no is final.
        if (answer.status() == NOT_FOUND && TripletexError.of(answer.body()).code() == TripletexError.NO_SUCH_OBJECT) {
            watch.deleted(round.open.remove(id));
            return;
        }
        PersonsVoucher voucher = PersonsVoucher.one(body(answer));
        if (voucher.posted()) {
            posted(round, voucher);
        }
    }

    private void posted(Round round, PersonsVoucher voucher) {
        Booking booking = round.open.remove(voucher.id());
        if (booking != null) {
            List<BookedPosting> postings = voucher.lines().stream()
                    .map(line -> new BookedPosting(line.id(), line.accountId(), line.amountOre()))
                    .toList();
            watch.posted(booking, new Bookings.Voucher(voucher.id(), voucher.number(), voucher.date()), postings);
        }
    }

    private static String body(WireAnswer answer) {
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        return answer.body();
    }
}
