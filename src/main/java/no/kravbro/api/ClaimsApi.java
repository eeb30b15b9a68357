package no.kravbro.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import no.kravbro.access.Right;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Sql;
import no.kravbro.reconcile.Bookings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** {@code /api/v1/claims}: every invoice handed over, what happens with it and what was booked. */
@Service
public class ClaimsApi {

    private final JdbcClient sql;
    private final Deliveries deliveries;
    private final Bookings bookings;
    private final ClaimStory story;

    ClaimsApi(JdbcClient sql, Deliveries deliveries, Bookings bookings, ClaimStory story) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.bookings = bookings;
        this.story = story;
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

    /** What the accounting system showed as open on the invoice when it was read last, in øre. */
    public record Ledger(long openOre, Instant readAt) {}

    /**
     * A claim with all that left for it, was booked on it and happened to it, oldest first.
     *
     * @param ledger null where the invoice has not been read
     * @param waits what needs a person first; empty where nothing is waited for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            View claim,
            Ledger ledger,
            List<ClaimStory.Wait> waits,
            List<DeliveriesApi.View> deliveries,
            List<SettlementsApi.BookingView> bookings,
            List<ClaimStory.Event> events) {}

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
        View claim = find(key, caller);
        return new Detail(
                claim,
                ledger(claim),
                story.waits(key, caller),
                deliveries.ofClaim(key).stream().map(DeliveriesApi.View::of).toList(),
                bookings.ofClaim(key).stream()
                        .map(SettlementsApi.BookingView::of)
                        .toList(),
                story.events(key, caller));
    }

    /** The claim alone. */
    public View find(String key, Caller caller) {
        caller.need(Right.READ_CLAIMS);
        View claim = sql.sql("select * from claim where claim_key = :key")
                .param("key", key)
                .query(ClaimsApi::row)
                .optional()
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no claim with this key"));
        caller.needSight(claim.creditorId(), "There is no claim with this key");
        return claim;
    }

    private Ledger ledger(View claim) {
        return sql.sql(
                        "select outstanding_ore, seen_at from invoice where creditor_id = :creditor and invoice_id = :invoice")
                .param("creditor", claim.creditorId())
                .param("invoice", claim.invoiceId())
                .query((row, number) -> new Ledger(row.getLong("outstanding_ore"), Sql.instant(row, "seen_at")))
                .optional()
                .orElse(null);
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
