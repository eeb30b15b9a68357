package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rows of the delivery table as records, whether read by us or handed over by a consumer as a map of columns. */
@Component
class DeliveryRows {

    private final Payloads payloads;

    DeliveryRows(Payloads payloads) {
        this.payloads = payloads;
    }

    Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                DeliveryKind.valueOf(row.getString("kind")),
                row.getString("delivery_key"),
                row.getInt("submission"),
                row.getString("target"),
                row.getString("group_key"),
                row.getString("creditor_id"),
                row.getString("claim_key"),
                payloads.read(row),
                row.getLong("amount_ore"),
                DeliveryState.valueOf(row.getString("state")),
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("attempts"),
                row.getInt("inquiries"),
                row.getInt("absent"),
                row.getString("transmission_id"),
                row.getString("cause"));
    }

    Delivery claimed(Map<String, Object> row) {
        var kind = DeliveryKind.valueOf(text(row, "kind"));
        var key = text(row, "delivery_key");
        var submission = (int) number(row, "submission");
        var creditor = text(row, "creditor_id");
        return new Delivery(
                number(row, "id"),
                kind,
                key,
                submission,
                text(row, "target"),
                text(row, "group_key"),
                creditor,
                text(row, "claim_key"),
                payloads.open(creditor, kind, key, submission, text(row, "payload")),
                number(row, "amount_ore"),
                DeliveryState.valueOf(text(row, "state")),
                Purpose.valueOf(text(row, "purpose")),
                (int) number(row, "attempts"),
                (int) number(row, "inquiries"),
                (int) number(row, "absent"),
                text(row, "transmission_id"),
                text(row, "cause"));
    }

    static String text(Map<String, Object> row, String column) {
        return (String) row.get(column);
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
