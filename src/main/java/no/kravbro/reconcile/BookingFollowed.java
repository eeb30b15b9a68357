package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Outcome;
import no.kravbro.tripletex.PostedLine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The state of a booking follows the deliveries that carry it out. References it knows: {@code voucher}, {@code number},
 * {@code postings}, {@code outstandingOre} (open on the invoice after it), {@code matched} (true when postings were closed).
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
        Booking booking = bookings.getObject().find(delivery.key()).orElseThrow();
        Map<String, String> told = outcome.references();
        switch (delivery.kind()) {
            case BOOK_VOUCHER -> voucher(booking, delivery, told);
            case BOOK_PAYMENT -> payment(booking, delivery, told);
            case CLOSE_POSTINGS -> read(booking, told);
            default -> throw new IllegalStateException("Not a booking: " + delivery.kind());
        }
    }

    private void voucher(Booking booking, Delivery delivery, Map<String, String> told) {
        LocalDate day = BookingOrders.voucher(delivery.payload()).date();
        bookings.getObject()
                .booked(
                        booking.key(),
                        new Bookings.Voucher(Long.valueOf(told.get("voucher")), told.get("number"), day),
                        postings(told));
        if (!booking.intent().way().equals(BookingWay.VOUCHER.name())) {
            return;
        }
        if (booking.intent().principalOre() == 0) {
            bookings.getObject().state(booking.key(), BookingState.MATCHED);
        } else {
            deliveries.getObject().add(BookingOrders.matching(booking.intent()));
        }
    }

    private void payment(Booking booking, Delivery delivery, Map<String, String> told) {
        PaymentOrder order = PaymentOrder.parse(delivery.payload());
        bookings.getObject().booked(booking.key(), new Bookings.Voucher(null, null, order.day()), postings(told));
        boolean open = told.containsKey("outstandingOre") && Long.parseLong(told.get("outstandingOre")) != 0;
        bookings.getObject().state(booking.key(), open ? BookingState.OPEN_PART : BookingState.MATCHED);
    }

    private void read(Booking booking, Map<String, String> told) {
        if (!Boolean.parseBoolean(told.get("matched"))) {
            // A part that the matching of a later one has closed stays matched.
            if (booking.state() == BookingState.BOOKED || booking.state() == BookingState.POSTED) {
                bookings.getObject().state(booking.key(), BookingState.OPEN_PART);
            }
            takenBack(booking.intent(), told.get("outstandingOre"));
            return;
        }
        NewBooking intent = booking.intent();
        for (Booking part : bookings.getObject().ofClaim(intent.claimKey())) {
            if (part.state().booked()) {
                bookings.getObject().state(part.key(), BookingState.MATCHED);
            }
        }
        long open = Long.parseLong(told.getOrDefault("outstandingOre", "0"));
        if (open == 0) {
            differences.close(intent.creditorId(), NOT_MATCHED, intent.claimKey());
            differences.close(intent.creditorId(), NOT_OPENED, intent.claimKey());
        } else {
            open(intent, NOT_MATCHED, open, "Booked and matched, and the invoice still shows the amount as open");
        }
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
