package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.tripletex.PostedLine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The state of a booking follows the deliveries that carry it out. References it knows: {@code voucher}, {@code number},
 * {@code postings}, {@code outstandingOre} (open on the invoice after it), {@code matched} (true when postings were closed),
 * {@code shown} (ids of postings that the invoice shows as matched).
 */
@Component
class BookingFollowed implements Consequence {

    /** Cause of a difference: the money is in the books, and the invoice is as open as before. */
    static final String NOT_MATCHED = "BOOKED_NOT_MATCHED";

    /** Cause of a difference: money was taken back, and the invoice stands as paid as before. */
    static final String NOT_OPENED = "REVERSED_NOT_OPENED";

    private static final Set<DeliveryKind> POSTS = EnumSet.of(DeliveryKind.BOOK_PAYMENT, DeliveryKind.BOOK_VOUCHER);
    private static final Set<DeliveryState> UNPOSTED =
            EnumSet.of(DeliveryState.READY, DeliveryState.WAITING, DeliveryState.DEAD);

    private final ObjectProvider<Bookings> bookings;
    private final ObjectProvider<Deliveries> deliveries;
    private final Differences differences;

    /** Providers, because bookings and deliveries themselves call consequences. */
    BookingFollowed(ObjectProvider<Bookings> bookings, ObjectProvider<Deliveries> deliveries, Differences differences) {
        this.bookings = bookings;
        this.deliveries = deliveries;
        this.differences = differences;
    }

    @Override
    public boolean concerns(DeliveryKind kind) {
        return kind == DeliveryKind.BOOK_VOUCHER
                || kind == DeliveryKind.BOOK_PAYMENT
                || kind == DeliveryKind.CLOSE_POSTINGS;
    }

    @Override
    public void accepted(Delivery delivery, Outcome.Accepted outcome) {
        acceptedAll(List.of(new Confirmed(delivery, outcome)));
    }

    /** What was recorded together is written together. */
    @Override
    public void acceptedAll(List<Confirmed> confirmed) {
        Map<String, Booking> known = new HashMap<>();
        bookings.getObject()
                .findAll(confirmed.stream().map(each -> each.delivery().key()).collect(Collectors.toSet()))
                .forEach(booking -> known.put(booking.key(), booking));
        Map<DeliveryKind, List<Told>> told = confirmed.stream()
                .map(each -> new Told(
                        Objects.requireNonNull(known.get(each.delivery().key()), "No booking of this key"),
                        each.delivery(),
                        each.outcome().references()))
                .collect(Collectors.groupingBy(each -> each.delivery().kind()));
        vouchers(told.getOrDefault(DeliveryKind.BOOK_VOUCHER, List.of()));
        told.getOrDefault(DeliveryKind.BOOK_PAYMENT, List.of())
                .forEach(each -> payment(each.booking(), each.delivery(), each.told()));
        read(told.getOrDefault(DeliveryKind.CLOSE_POSTINGS, List.of()));
    }

    /** A booking, what carried it out, and what was said about it. */
    private record Told(Booking booking, Delivery delivery, Map<String, String> told) {

        boolean matched() {
            return Boolean.parseBoolean(told.get("matched"));
        }
    }

    private void vouchers(List<Told> posted) {
        if (posted.isEmpty()) {
            return;
        }
        bookings.getObject()
                .bookedAll(posted.stream().map(BookingFollowed::made).toList());
        List<NewDelivery> matchings = new ArrayList<>();
        for (Told each : posted) {
            NewBooking intent = each.booking().intent();
            if (intent.way().equals(BookingWay.VOUCHER.name()) && intent.principalOre() == 0) {
                bookings.getObject().state(intent.key(), BookingState.MATCHED);
            } else if (intent.way().equals(BookingWay.VOUCHER.name())) {
                matchings.add(BookingOrders.matching(intent));
            }
        }
        deliveries.getObject().addAll(matchings);
    }

    private static Bookings.Made made(Told each) {
        LocalDate day = BookingOrders.voucher(each.delivery().payload()).date();
        Map<String, String> told = each.told();
        return new Bookings.Made(
                each.booking().key(),
                new Bookings.Voucher(Long.valueOf(told.get("voucher")), told.get("number"), day),
                postings(told));
    }

    private void payment(Booking booking, Delivery delivery, Map<String, String> told) {
        PaymentOrder order = PaymentOrder.parse(delivery.payload());
        bookings.getObject().booked(booking.key(), new Bookings.Voucher(null, null, order.day()), postings(told));
        boolean open = told.containsKey("outstandingOre") && Long.parseLong(told.get("outstandingOre")) != 0;
        bookings.getObject().state(booking.key(), open ? BookingState.OPEN_PART : BookingState.MATCHED);
    }

    private void read(List<Told> told) {
        told.stream().filter(each -> !each.matched()).forEach(this::unmatched);
        List<Told> matched = told.stream().filter(Told::matched).toList();
        List<String> claims =
                matched.stream().map(each -> each.booking().intent().claimKey()).toList();
        bookings.getObject()
                .matched(bookings.getObject().ofClaims(claims).stream()
                        .filter(part -> part.state().booked())
                        .map(Booking::key)
                        .toList());
        compare(matched);
    }

    private void unmatched(Told each) {
        BookingState state = each.booking().state();
        // A part that the matching of a later one has closed stays matched.
        if (state == BookingState.BOOKED || state == BookingState.POSTED) {
            bookings.getObject().state(each.booking().key(), BookingState.OPEN_PART);
        }
        takenBack(each.booking().intent(), each.told().get("outstandingOre"));
    }

    private void compare(List<Told> matched) {
        Map<String, Set<String>> agree = new HashMap<>();
        Set<String> differ = new HashSet<>();
        for (Told each : matched) {
            NewBooking intent = each.booking().intent();
            Set<String> theirs = agree.computeIfAbsent(intent.creditorId(), creditor -> new HashSet<>());
            long open = openOre(each);
            if (open <= 0 || isShown(each)) {
                theirs.add(intent.claimKey());
            } else {
                differ.add(intent.claimKey());
                open(intent, NOT_MATCHED, open, "Booked and matched, and the invoice still shows the amount as open");
            }
        }
        // Of two bookings of one claim the other may be shown.
        agree.forEach((creditor, claims) -> {
            claims.removeAll(differ);
            if (!claims.isEmpty()) {
                differences.closeAll(creditor, Set.of(NOT_MATCHED, NOT_OPENED), claims);
            }
        });
    }

    private static long openOre(Told each) {
        return Long.parseLong(each.told().getOrDefault("outstandingOre", "0"));
    }

    /** The invoice counts it; what is open besides has come, or was taken back, at the same moment. */
    private boolean isShown(Told each) {
        Set<String> shown = Set.of(each.told().getOrDefault("shown", "").split(","));
        return bookings.getObject().postings(each.booking().key()).stream()
                .anyMatch(posting -> shown.contains(Long.toString(posting.postingId())));
    }

    /** What was matched stays matched when a voucher takes it back: only a person can open it again. */
    private void takenBack(NewBooking intent, String outstandingOre) {
        long back = -intent.principalOre();
        if (outstandingOre != null && back > 0 && Long.parseLong(outstandingOre) < back) {
            open(intent, NOT_OPENED, back, "Taken back, and the invoice does not show the amount as open");
        }
    }

    private void open(NewBooking intent, String cause, long amountOre, String detail) {
        differences.open(new Differences.Found(
                intent.creditorId(), intent.claimKey(), cause, intent.claimKey(), amountOre, detail));
    }

    @Override
    public void givenUp(GivenUp givenUp) {
        if (givenUp.delivery().kind() == DeliveryKind.CLOSE_POSTINGS) {
            Booking booking =
                    bookings.getObject().find(givenUp.delivery().key()).orElseThrow();
            open(booking.intent(), NOT_MATCHED, booking.intent().principalOre(), "Booked, and could not be matched");
        }
    }

    /**
     * Where a payment books the principal, the voucher beside it holds only the rest. Whoever ends the principal has the money
     * in hand as a whole, so what was still to be posted of it ends as well. A matching changes no books.
     */
    @Override
    public void cancelled(Delivery delivery, String reason) {
        if (delivery.kind() == DeliveryKind.CLOSE_POSTINGS) {
            return;
        }
        NewBooking intent =
                bookings.getObject().find(delivery.key()).orElseThrow().intent();
        boolean principal = delivery.kind() == DeliveryKind.BOOK_PAYMENT
                || intent.way().equals(BookingWay.VOUCHER.name())
                || intent.principalOre() == 0;
        bookings.getObject().ended(delivery.key(), reason.replaceFirst("^CLOSED_", ""), principal);
        for (DeliveryKind kind : POSTS) {
            deliveries
                    .getObject()
                    .find(kind, delivery.key())
                    .filter(other -> UNPOSTED.contains(other.state()))
                    .ifPresent(other -> deliveries.getObject().cancel(other.id(), reason));
        }
    }

    private static List<BookedPosting> postings(Map<String, String> told) {
        return PostedLine.parse(told.get("postings")).stream()
                .map(line -> new BookedPosting(line.id(), line.accountId(), line.amountOre()))
                .toList();
    }
}
