package no.kravbro.reconcile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.InvoiceRow;
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
        return Optional.ofNullable(matching(List.of(claimKey)).get(claimKey)).orElseThrow();
    }

    /** The same for several claims, by their keys. */
    public Map<String, List<Long>> matching(Collection<String> claimKeys) {
        List<ClaimRow> rows = claims.find(List.copyOf(claimKeys));
        Map<String, Map<Long, Invoice>> read = rows.stream()
                .collect(Collectors.groupingBy(
                        ClaimRow::creditorId, Collectors.collectingAndThen(Collectors.toList(), this::invoices)));
        Map<String, List<Booking>> booked = bookings.ofClaims(claimKeys).stream()
                .filter(booking -> booking.state().booked() && booking.state() != BookingState.MATCHED)
                .collect(Collectors.groupingBy(booking -> booking.intent().claimKey()));
        Map<String, List<BookedPosting>> postings = bookings.postings(
                booked.values().stream().flatMap(List::stream).map(Booking::key).toList());
        Map<String, List<Long>> matching = new HashMap<>();
        for (ClaimRow claim : rows) {
            Invoice invoice = read.get(claim.creditorId()).get(claim.invoiceId());
            List<BookedPosting> ours = booked.getOrDefault(claim.key(), List.of()).stream()
                    .flatMap(booking -> postings.getOrDefault(booking.key(), List.of()).stream())
                    .toList();
            matching.put(claim.key(), matching(invoice, ours));
        }
        return matching;
    }

    private Map<Long, Invoice> invoices(List<ClaimRow> ofCreditor) {
        List<Long> ids = ofCreditor.stream().map(ClaimRow::invoiceId).toList();
        return invoices.find(ofCreditor.get(0).creditorId(), ids).stream()
                .map(InvoiceRow::invoice)
                .collect(Collectors.toMap(Invoice::id, Function.identity()));
    }

    private static List<Long> matching(Invoice invoice, List<BookedPosting> ours) {
        Map<Long, Long> open = new TreeMap<>();
        for (InvoicePosting posting : invoice.postings()) {
            if (posting.closeGroup() == null) {
                open.put(posting.id(), posting.amountOre());
            }
        }
        long receivable =
                invoice.postings().isEmpty() ? 0 : invoice.postings().get(0).accountId();
        ours.stream()
                .filter(posting -> posting.accountId() == receivable)
                .forEach(posting -> open.put(posting.postingId(), posting.amountOre()));
        long sum = open.values().stream().reduce(0L, Math::addExact);
        return sum == 0 && open.size() > 1 ? List.copyOf(open.keySet()) : List.of();
    }
}
