package no.kravbro.reconcile.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimDocument;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Payloads;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The claims whose invoices may still change to an agency's surprise: those it has, and for some time those it had. */
@Repository
class FollowedClaims {

    /** A bank takes a payment back within weeks; after that a closed case is history. */
    private static final Duration AFTER_CLOSING = Duration.ofDays(90);

    private static final String FOLLOWED =
            " where c.creditor_id = :creditor and (c.state = 'ACCEPTED' or (c.state = 'CLOSED' and c.updated_at > :since))";
    private static final String CLAIMS =
            """
            select c.claim_key, c.creditor_id, c.invoice_id, c.agency, c.state, c.stage, c.submission, d.payload,
              (select coalesce(sum(b.principal_ore), 0) from booking b where b.claim_key = c.claim_key
                and b.state in ('BOOKED', 'MATCHED', 'OPEN_PART', 'POSTED') and b.created_at >= d.created_at) as booked_ore,
              exists (select 1 from dispute p where p.claim_key = c.claim_key
                and p.state in ('PARTIAL', 'CONCEDED')) as given_up
            from claim c join delivery d
              on d.kind = 'SUBMIT_CLAIM' and d.delivery_key = c.claim_key and d.submission = c.submission"""
                    + FOLLOWED + " and c.invoice_id in (:invoices) order by c.claim_key";

    private final NamedParameterJdbcTemplate sql;
    private final Payloads payloads;
    private final Clock machine;

    FollowedClaims(NamedParameterJdbcTemplate sql, Payloads payloads, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.payloads = payloads;
        this.machine = machine;
    }

    /** Invoices that are followed, by id. */
    List<Long> invoices(String creditorId) {
        return sql.queryForList(
                "select c.invoice_id from claim c" + FOLLOWED + " order by c.invoice_id",
                followed(creditorId),
                Long.class);
    }

    List<FollowedClaim> of(String creditorId, Collection<Long> invoiceIds) {
        return invoiceIds.isEmpty()
                ? List.of()
                : sql.query(CLAIMS, followed(creditorId).addValue("invoices", invoiceIds), this::read);
    }

    /** Nobody else judges the changes of this claim until the caller's transaction ends. */
    void lock(String claimKey) {
        sql.queryForList(
                "select claim_key from claim where claim_key = :key for update",
                new MapSqlParameterSource("key", claimKey),
                String.class);
    }

    private MapSqlParameterSource followed(String creditorId) {
        return new MapSqlParameterSource("creditor", creditorId)
                .addValue("since", Sql.at(machine.instant().minus(AFTER_CLOSING)));
    }

    private FollowedClaim read(ResultSet row, int number) throws SQLException {
        String stage = row.getString("stage");
        String key = row.getString("claim_key");
        int submission = row.getInt("submission");
        String payload = payloads.open(
                row.getString("creditor_id"), DeliveryKind.SUBMIT_CLAIM, key, submission, row.getString("payload"));
        return new FollowedClaim(
                key,
                row.getLong("invoice_id"),
                row.getString("agency"),
                ClaimState.valueOf(row.getString("state")),
                stage == null ? null : Stage.valueOf(stage),
                submission,
                document(payload),
                row.getLong("booked_ore"),
                row.getBoolean("given_up"));
    }

    private static ClaimDocument document(String payload) {
        try {
            return ExactJson.value(payload, ClaimDocument.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of a submission is no claim", notOurs);
        }
    }
}
