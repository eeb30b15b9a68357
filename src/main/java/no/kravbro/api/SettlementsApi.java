package no.kravbro.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import no.kravbro.access.Right;
import no.kravbro.delivery.Sql;
import no.kravbro.money.PayoutState;
import no.kravbro.reconcile.Booking;
import no.kravbro.reconcile.BookingState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/settlements} and {@code /api/v1/bookings}: money the agencies collected, and how it stands in the books. */
@Service
public class SettlementsApi {

    private final JdbcClient sql;

    SettlementsApi(JdbcClient sql) {
        this.sql = sql;
    }

    private static final String COUNT =
            """
            select state, count(*) as n from booking
            where creditor_id = :creditor and agency = :agency and remittance = :remittance group by state""";

    /**
     * A payout of an agency. Amounts in øre; carried balances are 0 or negative.
     *
     * @param expectedCount settlements it pays out
     * @param bookedCount those of them that stand in the books
     * @param abandonedCount those that a person has ended, see their {@code endReason}
     * @param arrivedOre what the creditor's own bank postings show of it, the last on {@code arrivedOn}
     */
    public record SettlementView(
            String creditorId,
            String agency,
            String remittance,
            String bankText,
            LocalDate payoutDate,
            int expectedCount,
            long bookedCount,
            long abandonedCount,
            long carriedInOre,
            long carriedOutOre,
            long netPayoutOre,
            String state,
            String payoutState,
            long arrivedOre,
            LocalDate arrivedOn,
            Instant createdAt) {}

    /**
     * The booking of one money event.
     *
     * @param endReason why a person ended what was left to do of it, or null
     */
    public record BookingView(
            String key,
            String creditorId,
            String agency,
            String claimKey,
            Long invoiceId,
            String way,
            String state,
            long principalOre,
            long netOre,
            String remittance,
            String voucherNumber,
            LocalDate bookedOn,
            String endReason,
            Instant updatedAt) {

        public static BookingView of(Booking booking) {
            return new BookingView(
                    booking.key(),
                    booking.intent().creditorId(),
                    booking.intent().agency(),
                    booking.intent().claimKey(),
                    booking.intent().invoiceId(),
                    booking.intent().way(),
                    booking.state().name(),
                    booking.intent().principalOre(),
                    booking.intent().netOre(),
                    booking.intent().remittance(),
                    booking.voucherNumber(),
                    booking.bookedOn(),
                    booking.endReason(),
                    booking.updatedAt());
        }
    }

    /** Newest first. Filters: creditorId, agency, state, payoutState, page, size. */
    public Page<SettlementView> list(Query query, Caller caller) {
        caller.need(Right.READ_MONEY);
        query.only("creditorId", "agency", "state", "payoutState", "remittance");
        return Select.from("remittance", "created_at desc, remittance")
                .where("creditor_id", query.text("creditorId"))
                .where("agency", query.text("agency"))
                .where("state", query.text("state"))
                .where("remittance", query.text("remittance"))
                .where("payout_state", query.oneOf(PayoutState.class, "payoutState"))
                .within("creditor_id", caller.creditors())
                .page(sql, query, this::settlement);
    }

    private SettlementView settlement(ResultSet row, int number) throws SQLException {
        Map<BookingState, Long> counts = counts(row);
        return new SettlementView(
                row.getString("creditor_id"),
                row.getString("agency"),
                row.getString("remittance"),
                row.getString("bank_text"),
                row.getObject("payout_date", LocalDate.class),
                row.getInt("expected_count"),
                counts.entrySet().stream()
                        .filter(count -> count.getKey().booked())
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                counts.getOrDefault(BookingState.ABANDONED, 0L),
                row.getLong("carried_in_ore"),
                row.getLong("carried_out_ore"),
                row.getLong("net_payout_ore"),
                row.getString("state"),
                row.getString("payout_state"),
                row.getLong("arrived_ore"),
                row.getObject("arrived_on", LocalDate.class),
                Sql.instant(row, "created_at"));
    }

    private Map<BookingState, Long> counts(ResultSet remittance) throws SQLException {
        Map<BookingState, Long> counts = new EnumMap<>(BookingState.class);
        sql.sql(COUNT)
                .param("creditor", remittance.getString("creditor_id"))
                .param("agency", remittance.getString("agency"))
                .param("remittance", remittance.getString("remittance"))
                .query(row -> {
                    counts.put(BookingState.valueOf(row.getString("state")), row.getLong("n"));
                });
        return counts;
    }

    /** Newest first. Filters: creditorId, agency, state, claimKey, remittance, page, size. */
    public Page<BookingView> bookings(Query query, Caller caller) {
        caller.need(Right.READ_MONEY);
        query.only("creditorId", "agency", "state", "claimKey", "remittance");
        return Select.from("booking", "created_at desc, booking_key")
                .where("creditor_id", query.text("creditorId"))
                .where("agency", query.text("agency"))
                .where("state", query.oneOf(BookingState.class, "state"))
                .where("claim_key", query.text("claimKey"))
                .where("remittance", query.text("remittance"))
                .within("creditor_id", caller.creditors())
                .page(sql, query, SettlementsApi::booking);
    }

    private static BookingView booking(ResultSet row, int number) throws SQLException {
        return new BookingView(
                row.getString("booking_key"),
                row.getString("creditor_id"),
                row.getString("agency"),
                row.getString("claim_key"),
                Sql.number(row, "invoice_id"),
                row.getString("way"),
                row.getString("state"),
                row.getLong("principal_ore"),
                row.getLong("net_ore"),
                row.getString("remittance"),
                row.getString("voucher_number"),
                row.getObject("booked_on", LocalDate.class),
                row.getString("end_reason"),
                Sql.instant(row, "updated_at"));
    }
}
