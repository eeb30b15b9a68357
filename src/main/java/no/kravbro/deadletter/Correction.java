package no.kravbro.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A form fix: new values for a few fields of a claim. How the debtor is reached one person may change here, who the debtor is
 * only together with another. How much is owed, and to whom, comes from the accounting system and is corrected there.
 */
final class Correction {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{1,100}");

    private static final Map<String, Pattern> IDENTITY =
            Map.of("debtor.name", TEXT, "debtor.organizationNumber", Pattern.compile("[1-9][0-9]{8}"));

    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private static final Map<String, Pattern> CONTACT = Map.of(
            "debtor.email", Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+"),
            "debtor.phone", Pattern.compile("\\+?[0-9 ]{5,20}"),
            "debtor.addressLine1", TEXT,
            "debtor.addressLine2", TEXT,
            "debtor.postalCode", Pattern.compile("[0-9A-Z -]{3,10}"),
            "debtor.city", TEXT,
            "debtor.country", Pattern.compile("[A-Z]{2}"));

    private Correction() {}

    static Set<String> fields() {
        Set<String> fields = new TreeSet<>(CONTACT.keySet());
        fields.addAll(IDENTITY.keySet());
        return fields;
    }

    /** Changing it changes who owes: another person has to agree. */
    static boolean isIdentity(String field) {
        return IDENTITY.containsKey(field);
    }

    /** The fields that may be changed, with their values; null where there is none. */
    static Map<String, String> values(String payload) {
        JsonNode debtor = parse(payload).path("debtor");
        Map<String, String> values = new TreeMap<>();
        fields().forEach(field -> values.put(field, debtor.path(name(field)).asText(null)));
        return values;
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
        Pattern pattern = CONTACT.getOrDefault(field, IDENTITY.get(field));
        if (pattern == null) {
            throw new Refused(Refused.Code.FIELD_REFUSED, field + " cannot be changed here; these can: " + fields());
        }
        boolean number = field.endsWith("organizationNumber");
        if (value == null || !pattern.matcher(value).matches() || number && !hasControlDigit(value)) {
            throw new Refused(Refused.Code.FIELD_REFUSED, field + " has a value that cannot be right");
        }
    }

    /** Modulus 11, as the Norwegian register of enterprises computes it. */
    private static boolean hasControlDigit(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == number.charAt(WEIGHTS.length) - '0';
    }

    private static String name(String field) {
        return field.substring(field.indexOf('.') + 1);
    }

    private static boolean set(ObjectNode claim, String field, String value) {
        String name = name(field);
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
