package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.delivery.Attempts;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Outcome;
import no.kravbro.money.ProposalRefusal;
import no.kravbro.money.ProposalRefusal.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The state of a proposed booking follows the deliveries that carry it out: PROPOSED when its voucher waits, and answered to
 * the agency when what a person has posted is matched.
 */
@Component
class ProposalFollowed implements Consequence {

    /** Reasons of a person who has seen to it that the money stands in the books. */
    private static final Set<String> BOOKED_OTHERWISE = Set.of("CLOSED_DONE_BY_HAND", "CLOSED_DUPLICATE");

    private final ObjectProvider<Bookings> bookings;
    private final Attempts attempts;
    private final ProposalAnswers answers;

    /** A provider, because bookings themselves order deliveries. */
    ProposalFollowed(ObjectProvider<Bookings> bookings, Attempts attempts, ProposalAnswers answers) {
        this.bookings = bookings;
        this.attempts = attempts;
        this.answers = answers;
    }

    @Override
    public boolean concerns(DeliveryKind kind) {
        return kind == DeliveryKind.BOOK_PROPOSAL || kind == DeliveryKind.CLOSE_POSTINGS;
    }

    @Override
    public void accepted(Delivery delivery, Outcome.Accepted outcome) {
        if (delivery.kind() == DeliveryKind.CLOSE_POSTINGS) {
            matched(delivery);
            return;
        }
        LocalDate day = BookingOrders.voucher(delivery.payload()).date();
        Long voucher = Long.valueOf(outcome.references().get("voucher"));
        // Its postings do not count before a person has posted them.
        bookings.getObject().booked(delivery.key(), new Bookings.Voucher(voucher, null, day), List.of());
        bookings.getObject().state(delivery.key(), BookingState.PROPOSED);
    }

    /** Matchings of vouchers of any way are confirmed by the hundred; only a few are of proposals. */
    @Override
    public void acceptedAll(List<Confirmed> confirmed) {
        List<Confirmed> matched = new ArrayList<>(confirmed);
        matched.removeIf(each -> each.delivery().kind() != DeliveryKind.CLOSE_POSTINGS);
        bookings.getObject()
                .findAll(matched.stream().map(each -> each.delivery().key()).collect(Collectors.toSet()))
                .forEach(this::matched);
        confirmed.stream()
                .filter(each -> each.delivery().kind() != DeliveryKind.CLOSE_POSTINGS)
                .forEach(each -> accepted(each.delivery(), each.outcome()));
    }

    private void matched(Delivery delivery) {
        matched(bookings.getObject().find(delivery.key()).orElseThrow());
    }

    private void matched(Booking booking) {
        if (booking.intent().way().equals(BookingWay.PROPOSAL.name())) {
            answers.accept(booking);
        }
    }

    /**
     * A person has ended what could not be proposed: the agency is told no. One that is posted stands in the books whether or not
     * we could match it, so whoever ends its matching lets the agency hear yes.
     */
    @Override
    public void cancelled(Delivery delivery, String reason) {
        if (delivery.kind() == DeliveryKind.CLOSE_POSTINGS) {
            matched(delivery);
            return;
        }
        NewBooking intent =
                bookings.getObject().find(delivery.key()).orElseThrow().intent();
        bookings.getObject().ended(delivery.key(), reason.replaceFirst("^CLOSED_", ""), true);
        answers.refuse(intent, no(delivery, reason));
    }

    /** Money that a person has booked another way is no refusal of it. */
    private ProposalRefusal no(Delivery delivery, String reason) {
        return BOOKED_OTHERWISE.contains(reason)
                ? new ProposalRefusal(Reason.ALREADY_BOOKED, "Bokført på annen måte i Tripletex")
                : new ProposalRefusal(reason(delivery), "Ikke bokført i Tripletex");
    }

    /** Why it could not be proposed, as its last attempt tells; the delivery itself says by now that a person has ended it. */
    private Reason reason(Delivery delivery) {
        return attempts.of(delivery.id()).stream()
                .reduce((earlier, later) -> later)
                .map(last -> reason(last.cause()))
                .orElse(Reason.REFUSED_BY_PERSON);
    }

    private static Reason reason(String cause) {
        return switch (String.valueOf(cause)) {
            case "PERIOD_CLOSED" -> Reason.PERIOD_CLOSED;
            case "ACCOUNT_MISSING", "ACCOUNT_LOCKED" -> Reason.UNKNOWN_ACCOUNT;
            default -> Reason.REFUSED_BY_PERSON;
        };
    }
}
