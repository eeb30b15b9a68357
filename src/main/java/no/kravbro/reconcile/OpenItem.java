package no.kravbro.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        Map<String, List<Long>> matching = new HashMap<>();
        open(claims.find(List.copyOf(claimKeys)), (booking, posting) -> booking.state() != BookingState.MATCHED, false)
                .forEach((key, open) -> matching.put(key, matching(open)));
        return matching;
    }

    private static List<Long> matching(Map<Long, Long> open) {
        return sum(open) == 0 && open.size() > 1 ? List.copyOf(open.keySet()) : List.of();
    }

    /**
     * What is open on the invoice of each claim, with our own bookings that are not matched yet or not any more, in øre, by
     * claim key; none for an invoice that was never read. What was matched comes to zero with what it was matched with: where it
     * still does, the invoice was read before, and nothing of it is open; where it does not and the invoice is open, somebody has
     * opened the matching. No time tells that, for a reading may be under way while a match is made.
     */
    public Map<String, Long> openOre(List<ClaimRow> rows) {
        Counts matched = (booking, posting) -> booking.state() == BookingState.MATCHED;
        Counts unmatched = (booking, posting) -> !matched.includes(booking, posting);
        Map<String, Map<Long, Long>> asRead = open(rows, (booking, posting) -> false, true);
        Map<String, Map<Long, Long>> withMatched = open(rows, matched, true);
        Map<String, Map<Long, Long>> withAll = open(rows, (booking, posting) -> true, true);
        Map<String, Long> ore = new HashMap<>();
        open(rows, unmatched, true).forEach((key, open) -> {
            long read = sum(asRead.get(key));
            boolean before = sum(withMatched.get(key)) == 0;
            long sum = read > 0 && !before ? sum(withAll.get(key)) : sum(open);
            ore.put(key, before ? Math.subtractExact(sum, read) : sum);
        });
        return ore;
    }

    /** Which postings of our bookings are added to an invoice as read. */
    @FunctionalInterface
    private interface Counts {
        boolean includes(Booking booking, BookedPosting posting);
    }

    private static long sum(Map<Long, Long> open) {
        return open.values().stream().reduce(0L, Math::addExact);
    }

    /**
     * Open postings and their amounts, by claim key.
     *
     * @param counts which of our postings are added to the invoice as read
     * @param payments whether payments on the invoice that were made since are added, too
     */
    private Map<String, Map<Long, Long>> open(List<ClaimRow> rows, Counts counts, boolean payments) {
        Map<String, Map<Long, InvoiceRow>> read = rows.stream()
                .collect(Collectors.groupingBy(
                        ClaimRow::creditorId, Collectors.collectingAndThen(Collectors.toList(), this::invoices)));
        Map<String, List<Booking>> booked = bookings
                .ofClaims(rows.stream().map(ClaimRow::key).toList())
                .stream()
                .filter(booking -> booking.state().booked())
                .collect(Collectors.groupingBy(booking -> booking.intent().claimKey()));
        Map<String, List<BookedPosting>> postings = bookings.postings(
                booked.values().stream().flatMap(List::stream).map(Booking::key).toList());
        Map<String, Map<Long, Long>> open = new HashMap<>();
        for (ClaimRow claim : rows) {
            InvoiceRow row = read.get(claim.creditorId()).get(claim.invoiceId());
            if (row != null) {
                List<BookedPosting> ours = new ArrayList<>();
                for (Booking booking : booked.getOrDefault(claim.key(), List.of())) {
                    List<BookedPosting> made = postings.getOrDefault(booking.key(), List.of());
                    made.stream()
                            .filter(posting -> counts.includes(booking, posting))
                            .forEach(ours::add);
                    if (payments) {
                        ours.addAll(unseen(made, booking, row.invoice()));
                    }
                }
                open.put(claim.key(), open(row.invoice(), ours));
            }
        }
        return open;
    }

    /**
     * Of a payment on the invoice only the id of its posting is told; where the invoice as read lacks it and has the amount open,
     * it was made since.
     */
    private static List<BookedPosting> unseen(List<BookedPosting> made, Booking booking, Invoice read) {
        if (sum(open(read, List.of())) < booking.intent().principalOre()) {
            return List.of();
        }
        Set<Long> seen = read.postings().stream().map(InvoicePosting::id).collect(Collectors.toSet());
        return made.stream()
                .filter(posting -> posting.accountId() == 0 && !seen.contains(posting.postingId()))
                .map(posting -> new BookedPosting(
                        posting.postingId(),
                        receivable(read),
                        Math.negateExact(booking.intent().principalOre())))
                .toList();
    }

    private static long receivable(Invoice read) {
        return read.postings().isEmpty() ? 0 : read.postings().get(0).accountId();
    }

    private Map<Long, InvoiceRow> invoices(List<ClaimRow> ofCreditor) {
        List<Long> ids = ofCreditor.stream().map(ClaimRow::invoiceId).toList();
        return invoices.find(ofCreditor.get(0).creditorId(), ids).stream()
                .collect(Collectors.toMap(row -> row.invoice().id(), Function.identity()));
    }

    private static Map<Long, Long> open(Invoice invoice, List<BookedPosting> ours) {
        Map<Long, Long> open = new TreeMap<>();
        Set<Long> closed = new HashSet<>();
        for (InvoicePosting posting : invoice.postings()) {
            if (posting.closeGroup() == null) {
                open.put(posting.id(), posting.amountOre());
            } else {
                closed.add(posting.id());
            }
        }
        ours.stream()
                .filter(posting -> posting.accountId() != 0 && posting.accountId() == receivable(invoice))
                .filter(posting -> !closed.contains(posting.postingId()))
                .forEach(posting -> open.put(posting.postingId(), posting.amountOre()));
        return open;
    }
}
