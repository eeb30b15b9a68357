package no.kravbro.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the differences that a person has put right in the accounting system: that a booking was not matched is over when the
 * invoice is read with nothing open on it, that one taken back was not opened when the amount is open again; no sooner.
 */
@Service
public class PutRight {

    private static final Set<String> CAUSES = Set.of(BookingFollowed.NOT_MATCHED, BookingFollowed.NOT_OPENED);

    private final Differences differences;
    private final Bookings bookings;
    private final TransactionTemplate transaction;

    PutRight(Differences differences, Bookings bookings, TransactionTemplate transaction) {
        this.differences = differences;
        this.bookings = bookings;
        this.transaction = transaction;
    }

    /** Invoices of a creditor as just read. */
    public void seen(String creditorId, List<Invoice> page) {
        List<Difference> open = differences.open(creditorId).stream()
                .filter(difference -> CAUSES.contains(difference.cause()))
                .filter(difference -> difference.subject().equals(difference.claimKey()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Map<Long, Invoice> read = page.stream().collect(Collectors.toMap(Invoice::id, Function.identity()));
        for (Difference difference : open) {
            Invoice invoice = read.get(ClaimKey.parse(difference.claimKey()).invoiceId());
            if (invoice != null && isRight(difference, invoice)) {
                transaction.executeWithoutResult(status -> end(difference));
            }
        }
    }

    private boolean isRight(Difference difference, Invoice invoice) {
        return difference.cause().equals(BookingFollowed.NOT_MATCHED)
                ? isMatched(invoice) && hasOurs(difference.claimKey(), invoice)
                : invoice.outstandingOre() >= difference.amountOre();
    }

    private static boolean isMatched(Invoice invoice) {
        return invoice.outstandingOre() == 0
                && !invoice.postings().isEmpty()
                && invoice.postings().stream().allMatch(posting -> posting.closeGroup() != null);
    }

    /** An invoice that was written off or credited has nothing open either, while our money still is. */
    private boolean hasOurs(String claimKey, Invoice invoice) {
        Set<Long> standing = invoice.postings().stream().map(InvoicePosting::id).collect(Collectors.toSet());
        Set<Long> receivables =
                invoice.postings().stream().map(InvoicePosting::accountId).collect(Collectors.toSet());
        return bookings.ofClaim(claimKey).stream()
                .filter(booking -> booking.state().booked() && booking.state() != BookingState.MATCHED)
                .flatMap(booking -> bookings.postings(booking.key()).stream())
                .filter(posting -> posting.accountId() == 0 || receivables.contains(posting.accountId()))
                .allMatch(posting -> standing.contains(posting.postingId()));
    }

    private void end(Difference difference) {
        if (difference.cause().equals(BookingFollowed.NOT_MATCHED)) {
            bookings.ofClaim(difference.claimKey()).stream()
                    .filter(booking -> booking.state().booked())
                    .forEach(booking -> bookings.state(booking.key(), BookingState.MATCHED));
        }
        differences.close(difference.creditorId(), difference.cause(), difference.subject());
    }
}
