package no.kravbro.reconcile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Invoices;
import org.springframework.stereotype.Service;

/** What stands open on the receivable of a claim's invoice: the accounting system's own postings and ours. */
@Service
public class OpenItem {

    private final Claims claims;
    private final Invoices invoices;
    private final Bookings bookings;

    public OpenItem(Claims claims, Invoices invoices, Bookings bookings) {
        this.claims = claims;
        this.invoices = invoices;
        this.bookings = bookings;
    }

    /** True when the booking gives the invoice back what an earlier one has taken off it. */
    public boolean takesBack(String bookingKey) {
        return bookings.find(bookingKey).orElseThrow().intent().principalOre() < 0;
    }

    /** Ids of the open postings when they sum to exactly zero, so that they can be matched; otherwise none. */
    public List<Long> matching(String claimKey) {
        ClaimRow claim = claims.find(claimKey).orElseThrow();
        Invoice invoice = invoices.find(claim.creditorId(), claim.invoiceId())
                .orElseThrow()
                .invoice();
        Map<Long, Long> open = new TreeMap<>();
        for (InvoicePosting posting : invoice.postings()) {
            if (posting.closeGroup() == null) {
                open.put(posting.id(), posting.amountOre());
            }
        }
        long receivable =
                invoice.postings().isEmpty() ? 0 : invoice.postings().get(0).accountId();
        for (Booking booking : bookings.ofClaim(claimKey)) {
            if (booking.state().booked() && booking.state() != BookingState.MATCHED) {
                bookings.postings(booking.key()).stream()
                        .filter(posting -> posting.accountId() == receivable)
                        .forEach(posting -> open.put(posting.postingId(), posting.amountOre()));
            }
        }
        long sum = open.values().stream().reduce(0L, Math::addExact);
        return sum == 0 && open.size() > 1 ? List.copyOf(open.keySet()) : List.of();
    }
}
