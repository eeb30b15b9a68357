package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Rows as Tripletex shows them: as much as the filter asks for, sub-objects else as id and url. */
final class View {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("Account", "ledger/account"),
            Map.entry("AccountingPeriod", "ledger/accountingPeriod"),
            Map.entry("CloseGroup", "ledger/closeGroup"),
            Map.entry("PaymentType", "invoice/paymentType"),
            Map.entry("Posting", "ledger/posting"),
            Map.entry("PostingRules", "ledger/postingRules"),
            Map.entry("Subscription", "event/subscription"),
            Map.entry("VatType", "ledger/vatType"),
            Map.entry("Voucher", "ledger/voucher"),
            Map.entry("VoucherType", "ledger/voucherType"));

    private final Books books;

    View(Books books) {
        this.books = books;
    }

    ObjectNode object(Row row, Fields fields) {
        ObjectNode node = JSON.objectNode();
        Types.fields(row.type()).forEach((field, kind) -> {
            if (fields.wants(field)) {
                node.set(field, value(row, field, kind, fields));
            }
        });
        return node;
    }

    private JsonNode value(Row row, String field, String kind, Fields fields) {
        if (field.equals("url")) {
            return JSON.textNode(url(row.type(), row.id()));
        }
        if (field.equals("changes")) {
            return changes(row);
        }
        String target = Types.target(kind);
        Object value = row.get(field);
        if (target == null) {
            return plain(value, kind);
        }
        if (!Types.isList(kind)) {
            return value == null ? JSON.nullNode() : related(value, target, fields.below(field, target));
        }
        ArrayNode list = JSON.arrayNode();
        Fields below = fields.below(field, target);
        ((Collection<?>) (value == null ? List.of() : value)).forEach(each -> list.add(related(each, target, below)));
        return list;
    }

    private ObjectNode related(Object value, String type, Fields fields) {
        if (value instanceof Row inline) {
            return object(inline, fields);
        }
        long id = ((Number) value).longValue();
        Row row = books.get(type, id);
        return object(row == null ? new Row(books.company(), type, id, Map.of()) : row, fields);
    }

    private static JsonNode plain(Object value, String kind) {
        if (kind.equals("flag")) {
            return JSON.booleanNode(Boolean.TRUE.equals(value));
        }
        if (kind.equals("integer")) {
            return JSON.numberNode(value == null ? 0 : ((Number) value).longValue());
        }
        if (Types.isList(kind)) {
            ArrayNode list = JSON.arrayNode();
            ((Collection<?>) (value == null ? List.of() : value)).forEach(each -> list.add((String) each));
            return list;
        }
        if (value == null) {
            return JSON.nullNode();
        }
        return kind.equals("number") ? money(((Number) value).longValue()) : JSON.textNode((String) value);
    }

    static JsonNode money(long ore) {
        return DecimalNode.valueOf(BigDecimal.valueOf(ore, 2));
    }

    private static ArrayNode changes(Row row) {
        ArrayNode list = JSON.arrayNode();
        change(list, row.text("_created"), "CREATE");
        change(list, row.text("_updated"), "UPDATE");
        return list;
    }

    private static void change(ArrayNode list, String at, String type) {
        if (at != null) {
            list.addObject().put("employeeId", 1).put("timestamp", at).put("changeType", type);
        }
    }

    private static String url(String type, long id) {
        String path = PATHS.getOrDefault(type, Character.toLowerCase(type.charAt(0)) + type.substring(1));
        return "tripletex.no/v2/" + path + "/" + id;
    }
}
