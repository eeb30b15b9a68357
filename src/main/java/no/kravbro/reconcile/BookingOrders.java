package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.money.SettlementBooking;
import no.kravbro.money.Voucher;

/** The deliveries that carry out a booking. Those of one claim stand in one group, so they go one after the other. */
public final class BookingOrders {

    private static final String TARGET = "tripletex";

    private BookingOrders() {}

    /** Each carries its own amount: a payment the principal, the voucher what is left of the net. */
    static List<NewDelivery> of(NewBooking booking, SettlementBooking what, LocalDate day) {
        List<NewDelivery> orders = new ArrayList<>();
        if (what.payment().ore() != 0) {
            PaymentOrder payment =
                    new PaymentOrder(booking.invoiceId(), day, what.payment().ore());
            orders.add(order(booking, DeliveryKind.BOOK_PAYMENT, payment.json(), payment.amountOre()));
        }
        long rest = booking.netOre() - what.payment().ore();
        what.voucher()
                .ifPresent(voucher -> orders.add(
                        order(booking, DeliveryKind.BOOK_VOUCHER, ExactJson.write(ExactJson.treeOf(voucher)), rest)));
        return orders;
    }

    static NewDelivery proposal(NewBooking booking, Voucher voucher) {
        return order(booking, DeliveryKind.BOOK_PROPOSAL, ExactJson.write(ExactJson.treeOf(voucher)), booking.netOre());
    }

    static NewDelivery matching(NewBooking booking) {
        return order(booking, DeliveryKind.CLOSE_POSTINGS, "{}", booking.netOre());
    }

    /** The voucher that a BOOK_VOUCHER delivery posts; its constructor refuses what does not balance. */
    public static Voucher voucher(String payload) {
        try {
            return ExactJson.value(payload, Voucher.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of a booking is no voucher", notOurs);
        }
    }

    /** @param ore what it carries of the booking */
    private static NewDelivery order(NewBooking booking, DeliveryKind kind, String payload, long ore) {
        String group = "books:" + (booking.claimKey() == null ? booking.key() : booking.claimKey());
        return new NewDelivery(
                kind,
                booking.key(),
                1,
                TARGET,
                group,
                booking.creditorId(),
                booking.claimKey(),
                payload,
                Math.abs(ore));
    }
}
