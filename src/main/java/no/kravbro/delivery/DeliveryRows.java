package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** Rows of the delivery table as records, whether read by us or handed over by a consumer as a map of columns. */
final class DeliveryRows {

    private DeliveryRows() {}

    static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                DeliveryKind.valueOf(row.getString("kind")),
                row.getString("delivery_key"),
                row.getInt("submission"),
                row.getString("target"),
                row.getString("group_key"),
                row.getString("creditor_id"),
                row.getString("claim_key"),
                row.getString("payload"),
                row.getLong("amount_ore"),
                DeliveryState.valueOf(row.getString("state")),
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("attempts"),
                row.getInt("inquiries"),
                row.getInt("absent"),
                row.getString("transmission_id"),
                row.getString("cause"));
    }

    static Delivery claimed(Map<String, Object> row) {
        return new Delivery(
                number(row, "id"),
                DeliveryKind.valueOf(text(row, "kind")),
                text(row, "delivery_key"),
                (int) number(row, "submission"),
                text(row, "target"),
                text(row, "group_key"),
                text(row, "creditor_id"),
                text(row, "claim_key"),
                text(row, "payload"),
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
