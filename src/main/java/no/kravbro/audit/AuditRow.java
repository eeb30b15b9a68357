package no.kravbro.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import no.kravbro.delivery.Sql;

/** A row of the audit trail as it stands, with its place in the chain. */
public record AuditRow(
        long number,
        Instant at,
        String who,
        String roles,
        String via,
        String deed,
        String subject,
        String creditorId,
        String before,
        String after,
        String reason,
        String plan,
        String outcome,
        String detail,
        String previous,
        String hash) {

    /** The hash that a row with this content has. Lengths stand before the texts, so that none can borrow from the next. */
    String expectedHash() {
        Object[] fields = {
            previous,
            number,
            at,
            who,
            roles,
            via,
            deed,
            subject,
            creditorId,
            before,
            after,
            reason,
            plan,
            outcome,
            detail
        };
        return Sql.hash(Arrays.stream(fields)
                .map(field -> field == null ? "-" : field.toString().length() + ":" + field)
                .collect(Collectors.joining("\n")));
    }

    AuditRow hashed() {
        return new AuditRow(
                number,
                at,
                who,
                roles,
                via,
                deed,
                subject,
                creditorId,
                before,
                after,
                reason,
                plan,
                outcome,
                detail,
                previous,
                expectedHash());
    }

    static AuditRow read(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("number"),
                Sql.instant(row, "at"),
                row.getString("who"),
                row.getString("roles"),
                row.getString("via"),
                row.getString("deed"),
                row.getString("subject"),
                row.getString("creditor_id"),
                row.getString("before_state"),
                row.getString("after_state"),
                row.getString("reason"),
                row.getString("plan"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
