package no.kravbro.reconcile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.money.Money;
import no.kravbro.money.ProposalRefusal;
import no.kravbro.money.ProposalRefusal.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what a person has done with a proposed voucher, with all that follows from it, in one transaction each. */
@Service
public class ProposalWatch {

    /** Cause of a difference: a person has changed the voucher before posting it. */
    static final String OTHERWISE = "BOOKED_NOT_MATCHED";

    private static final int DAYS_TO_BOOK = 10;

    private final Bookings bookings;
    private final Invoices invoices;
    private final Deliveries deliveries;
    private final Differences differences;
    private final ProposalAnswers answers;
    private final Payouts payouts;
    private final Tasks tasks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ProposalWatch(
            Bookings bookings,
            Invoices invoices,
            Deliveries deliveries,
            Differences differences,
            ProposalAnswers answers,
            Payouts payouts,
            Tasks tasks,
            TransactionTemplate transaction,
            Clock clock) {
        this.bookings = bookings;
        this.invoices = invoices;
        this.deliveries = deliveries;
        this.differences = differences;
        this.answers = answers;
        this.payouts = payouts;
        this.tasks = tasks;
        this.clock = clock;
        this.transaction = transaction;
    }

    public List<Booking> waiting(String creditorId) {
        return bookings.proposed(creditorId);
    }

    /** It stands in the books. What concerns the invoice is matched first and answered then, all else answered at once. */
    public void posted(Booking booking, Bookings.Voucher voucher, List<BookedPosting> postings) {
        transaction.executeWithoutResult(status -> {
            NewBooking intent = booking.intent();
            if (bookings.find(intent.key()).orElseThrow().state() != BookingState.PROPOSED) {
                return;
            }
            bookings.booked(intent.key(), voucher, postings);
            otherwise(intent, postings);
            expect(intent, voucher.date());
            bookings.state(intent.key(), intent.principalOre() == 0 ? BookingState.MATCHED : BookingState.POSTED);
            if (intent.principalOre() == 0) {
                answers.accept(bookings.find(intent.key()).orElseThrow());
            } else {
                deliveries.add(BookingOrders.matching(intent));
            }
        });
    }

    /** From now on its money stands on the interim account and waits for the bank. */
    private void expect(NewBooking intent, LocalDate day) {
        String text = ProposalEvent.bankText(intent);
        if (intent.remittance() != null && text != null) {
            payouts.add(intent, text, day);
        }
    }

    /** What a person has changed before posting it is the person's right, and told. */
    private void otherwise(NewBooking intent, List<BookedPosting> postings) {
        long principal = principal(intent, postings);
        List<Long> proposed = proposed(intent);
        List<Long> posted =
                postings.stream().map(BookedPosting::amountOre).sorted().toList();
        if (principal != intent.principalOre()) {
            open(intent, principal - intent.principalOre(), "Posted with another principal than was proposed");
        } else if (!posted.equals(proposed)) {
            open(intent, debit(posted) - debit(proposed), "Posted with other amounts than were proposed");
        }
    }

    private List<Long> proposed(NewBooking intent) {
        Delivery order =
                deliveries.find(DeliveryKind.BOOK_PROPOSAL, intent.key()).orElseThrow();
        return BookingOrders.voucher(order.payload()).postings().stream()
                .map(posting -> posting.amount().ore())
                .sorted()
                .toList();
    }

    private static long debit(List<Long> amounts) {
        return amounts.stream()
                .filter(ore -> ore > 0)
                .mapToLong(Long::longValue)
                .sum();
    }

    private void open(NewBooking intent, long amountOre, String detail) {
        differences.open(new Differences.Found(
                intent.creditorId(), intent.claimKey(), OTHERWISE, intent.key(), amountOre, detail));
    }

    /** What the posted voucher takes off the receivable, whose account the invoice's own postings tell. */
    private long principal(NewBooking intent, List<BookedPosting> postings) {
        List<InvoicePosting> known = invoices.find(intent.creditorId(), intent.invoiceId())
                .orElseThrow()
                .invoice()
                .postings();
        return known.isEmpty()
                ? intent.principalOre()
                : -postings.stream()
                        .filter(posting -> posting.accountId() == known.get(0).accountId())
                        .mapToLong(BookedPosting::amountOre)
                        .sum();
    }

    /** Nobody else is told of it where the voucher was our own idea: the money is there all the same. */
    private void lost(NewBooking intent) {
        if (!answers.asks(intent.agency())) {
            tasks.open(new NewTask(
                    TaskKind.BOOK_BY_HAND,
                    intent.key(),
                    intent.creditorId(),
                    intent.claimKey(),
                    intent.agency(),
                    "The proposed voucher was deleted, and the agency has the money settled: "
                            + Money.decimal(intent.netOre()) + " kroner net",
                    WorkingDay.after(OsloDay.today(clock), DAYS_TO_BOOK)));
        }
    }

    /** A person has said no. */
    public void deleted(Booking booking) {
        transaction.executeWithoutResult(status -> {
            NewBooking intent = booking.intent();
            if (bookings.find(intent.key()).orElseThrow().state() == BookingState.PROPOSED) {
                bookings.state(intent.key(), BookingState.DELETED);
                lost(intent);
                answers.refuse(
                        intent, new ProposalRefusal(Reason.REFUSED_BY_PERSON, "Forslaget er slettet i Tripletex"));
            }
        });
    }
}
