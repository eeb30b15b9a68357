package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import no.kravbro.delivery.Sql;

/** Rows of the booking table as records. */
final class BookingRows {

    /** What the bookings of a claim have taken off it, of the claim that a booking belongs to. */
    static final String CLAIM_SUM =
            """
            update claim set updated_at = :now, booked_principal_ore = (
              select coalesce(sum(b.principal_ore), 0) from booking b where b.claim_key = claim.claim_key
                and b.state in ('BOOKED', 'MATCHED', 'OPEN_PART', 'POSTED'))
            where claim_key = (select claim_key from booking where booking_key = :key)""";

    private BookingRows() {}

    static Booking read(ResultSet row, int number) throws SQLException {
        return new Booking(
                intent(row),
                BookingState.valueOf(row.getString("state")),
                Sql.number(row, "voucher_id"),
                row.getString("voucher_number"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("end_reason"),
                Sql.instant(row, "updated_at"));
    }

    private static NewBooking intent(ResultSet row) throws SQLException {
        return new NewBooking(
                row.getString("booking_key"),
                row.getString("creditor_id"),
                row.getString("agency"),
                row.getString("claim_key"),
                Sql.number(row, "invoice_id"),
                row.getString("way"),
                row.getString("event"),
                row.getLong("principal_ore"),
                row.getLong("net_ore"),
                Sql.number(row, "outstanding_before_ore"),
                row.getString("remittance"));
    }
}
