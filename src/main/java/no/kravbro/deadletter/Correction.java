package no.kravbro.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A form fix: new values for a few fields of a claim. Only how the debtor is reached may be changed here. Who owes, how
 * much and to whom come from the accounting system and are corrected there.
 */
final class Correction {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    private static final Map<String, Pattern> FIELDS = Map.of(
            "debtor.email", Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+"),
            "debtor.phone", Pattern.compile("\\+?[0-9 ]{5,20}"),
            "debtor.addressLine1", TEXT,
            "debtor.addressLine2", TEXT,
            "debtor.postalCode", Pattern.compile("[0-9A-Z -]{3,10}"),
            "debtor.city", TEXT,
            "debtor.country", Pattern.compile("[A-Z]{2}"));

    private Correction() {}

    static Set<String> fields() {
        return new TreeSet<>(FIELDS.keySet());
    }

    /** The claim with the new values and the new submission number, where it carries one. */
    static String apply(String payload, Map<String, String> values, int submission) {
        ObjectNode claim = parse(payload);
        boolean changed = false;
        for (Map.Entry<String, String> value : values.entrySet()) {
            check(value.getKey(), value.getValue());
            changed |= set(claim, value.getKey(), value.getValue());
        }
        if (!changed) {
            throw new Refused(Refused.Code.NOTHING_CHANGED, "The values are those the claim has already");
        }
        if (claim.has("submission")) {
            claim.put("submission", submission);
        }
        return claim.toString();
    }

    private static void check(String field, String value) {
        Pattern pattern = FIELDS.get(field);
        if (pattern == null) {
            throw new Refused(Refused.Code.FIELD_REFUSED, field + " cannot be changed here; these can: " + fields());
        }
        if (value == null || !pattern.matcher(value).matches()) {
            throw new Refused(Refused.Code.FIELD_REFUSED, field + " has a value that cannot be right");
        }
    }

    private static boolean set(ObjectNode claim, String field, String value) {
        String name = field.substring(field.indexOf('.') + 1);
        ObjectNode debtor = claim.withObjectProperty("debtor");
        if (value.equals(debtor.path(name).asText(null))) {
            return false;
        }
        debtor.put(name, value);
        return true;
    }

    private static ObjectNode parse(String payload) {
        try {
            return (ObjectNode) JSON.readTree(payload);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The payload of a delivery is JSON", broken);
        }
    }
}
