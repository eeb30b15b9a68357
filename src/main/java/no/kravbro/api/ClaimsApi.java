package no.kravbro.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import no.kravbro.access.Right;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Sql;
import no.kravbro.delivery.Timeline;
import no.kravbro.reconcile.Bookings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/claims}: every invoice handed over, what happens with it and what was booked. */
@Service
public class ClaimsApi {

    private final JdbcClient sql;
    private final Deliveries deliveries;
    private final Bookings bookings;
    private final Timeline timeline;

    ClaimsApi(JdbcClient sql, Deliveries deliveries, Bookings bookings, Timeline timeline) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.bookings = bookings;
        this.timeline = timeline;
    }

    /** Amounts in øre. */
    public record View(
            String key,
            String creditorId,
            long invoiceId,
            String invoiceNumber,
            String agency,
            String state,
            String stage,
            List<String> flags,
            String closeReason,
            String caseNumber,
            int submission,
            long principalOre,
            long bookedPrincipalOre,
            Long agencyPrincipalOre,
            Instant createdAt,
            Instant updatedAt) {}

    /** One thing that happened. */
    public record Event(Instant at, String what, String reference) {}

    /** A claim with all that left for it, was booked on it and happened to it. */
    public record Detail(
            View claim,
            List<DeliveriesApi.View> deliveries,
            List<SettlementsApi.BookingView> bookings,
            List<Event> events) {}

    /** Newest first. Filters: creditorId, agency, state, stage, invoiceNumber, caseNumber, page, size. */
    public Page<View> list(Query query, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        query.only("creditorId", "agency", "state", "stage", "invoiceNumber", "caseNumber");
        return Select.from("claim", "created_at desc, claim_key")
                .where("creditor_id", query.text("creditorId"))
                .where("agency", query.text("agency"))
                .where("state", query.oneOf(ClaimState.class, "state"))
                .where("stage", query.oneOf(Stage.class, "stage"))
                .where("invoice_number", query.text("invoiceNumber"))
                .where("case_number", query.text("caseNumber"))
                .within("creditor_id", caller.creditors())
                .page(sql, query, ClaimsApi::row);
    }

    public Detail show(String key, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        View claim = sql.sql("select * from claim where claim_key = :key")
                .param("key", key)
                .query(ClaimsApi::row)
                .optional()
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no claim with this key"));
        caller.needSight(claim.creditorId(), "There is no claim with this key");
        return new Detail(
                claim,
                deliveries.ofClaim(key).stream().map(DeliveriesApi.View::of).toList(),
                bookings.ofClaim(key).stream()
                        .map(SettlementsApi.BookingView::of)
                        .toList(),
                timeline.of(key).stream()
                        .map(each -> new Event(each.at(), each.what(), each.reference()))
                        .toList());
    }

    private static View row(ResultSet row, int number) throws SQLException {
        String flags = row.getString("flags");
        return new View(
                row.getString("claim_key"),
                row.getString("creditor_id"),
                row.getLong("invoice_id"),
                row.getString("invoice_number"),
                row.getString("agency"),
                row.getString("state"),
                row.getString("stage"),
                flags == null || flags.isEmpty() ? List.of() : List.of(flags.split(",")),
                row.getString("close_reason"),
                row.getString("case_number"),
                row.getInt("submission"),
                row.getLong("principal_ore"),
                row.getLong("booked_principal_ore"),
                Sql.number(row, "agency_principal_ore"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
