package no.kravbro.reconcile;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The booking of one money event.
 *
 * @param voucherId the accounting system's id, or null while nothing is known to be posted
 * @param bookedOn date of the voucher, or null
 * @param endReason why a person ended what was left to do of it, or null
 */
public record Booking(
        NewBooking intent,
        BookingState state,
        Long voucherId,
        String voucherNumber,
        LocalDate bookedOn,
        String endReason,
        Instant updatedAt) {

    public String key() {
        return intent.key();
    }
}
