package no.kravbro.claim.decision;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.claim.Debtor;

/**
 * A debtor field an agency needs: {@code name}, or only of one kind of debtor, {@code business.organizationNumber},
 * {@code private.email}; with {@code |} between fields of which one is enough, {@code email|phone}.
 */
public final class DebtorNeed {

    private static final String BUSINESS = "business.";
    private static final String PRIVATE = "private.";

    private static final Map<String, Function<Debtor, String>> FIELDS = Map.of(
            "customerNumber", Debtor::customerNumber,
            "name", Debtor::name,
            "organizationNumber", Debtor::organizationNumber,
            "email", Debtor::email,
            "phone", Debtor::phone,
            "addressLine1", Debtor::addressLine1,
            "postalCode", Debtor::postalCode,
            "city", Debtor::city,
            "country", Debtor::country);

    private final Boolean ofPrivatePerson;
    private final List<String> fields;

    private DebtorNeed(Boolean ofPrivatePerson, List<String> fields) {
        this.ofPrivatePerson = ofPrivatePerson;
        this.fields = fields;
    }

    /** Reads one entry of a profile's needs; throws {@link IllegalArgumentException} that names a field nobody knows. */
    public static DebtorNeed parse(String text) {
        if (text.startsWith(BUSINESS)) {
            return new DebtorNeed(false, fields(text.substring(BUSINESS.length()), text));
        }
        if (text.startsWith(PRIVATE)) {
            return new DebtorNeed(true, fields(text.substring(PRIVATE.length()), text));
        }
        return new DebtorNeed(null, fields(text, text));
    }

    /** Names of the fields a need may name. */
    public static Set<String> knownFields() {
        return FIELDS.keySet();
    }

    /** The fields asked for, comma between them, if the debtor is concerned and has none of them; else null. */
    String missing(Debtor debtor) {
        boolean concerned = ofPrivatePerson == null || ofPrivatePerson == debtor.privatePerson();
        boolean met = fields.stream()
                .map(FIELDS::get)
                .map(field -> field.apply(debtor))
                .anyMatch(DebtorNeed::isThere);
        return concerned && !met ? String.join(",", fields) : null;
    }

    /** All that a debtor lacks, in the order of the needs; empty when nothing. */
    static String missing(List<String> needs, Debtor debtor) {
        return needs.stream()
                .map(need -> parse(need).missing(debtor))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(","));
    }

    private static boolean isThere(String value) {
        return value != null && !value.isBlank();
    }

    private static List<String> fields(String names, String need) {
        List<String> fields = Arrays.asList(names.split("\\|", -1));
        for (String field : fields) {
            if (!FIELDS.containsKey(field)) {
                throw new IllegalArgumentException("needs: " + need + " is no debtor field; known are "
                        + FIELDS.keySet().stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        return fields;
    }
}
