package no.kravbro.claim.decision;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.claim.Debtor;

/**
 * A debtor field an agency needs: {@code name}, or of one kind of debtor only, {@code business.organizationNumber},
 * {@code private.email}.
 *
 * @param of the debtors it is needed of
 * @param field name of the field
 */
public record DebtorNeed(Of of, String field) {

    /** Whom a need concerns. */
    public enum Of {
        ALL(""),
        BUSINESS("business."),
        PRIVATE("private.");

        private final String prefix;

        Of(String prefix) {
            this.prefix = prefix;
        }

        private boolean concerns(Debtor debtor) {
            return this == ALL || (this == PRIVATE) == debtor.privatePerson();
        }
    }

    private static final Map<String, Function<Debtor, String>> FIELDS = Map.of(
            "customerNumber", Debtor::customerNumber,
            "name", Debtor::name,
            "organizationNumber", Debtor::organizationNumber,
            "email", Debtor::email,
            "phone", Debtor::phone,
            "addressLine1", Debtor::addressLine1,
            "addressLine2", Debtor::addressLine2,
            "postalCode", Debtor::postalCode,
            "city", Debtor::city,
            "country", Debtor::country);

    public DebtorNeed {
        if (!FIELDS.containsKey(field)) {
            throw new IllegalArgumentException("'needs' holds '" + field + "' but a debtor has only " + knownFields());
        }
    }

    /** Reads one entry of a profile's needs; throws {@link IllegalArgumentException} that names a field nobody knows. */
    public static DebtorNeed parse(String text) {
        for (Of of : List.of(Of.BUSINESS, Of.PRIVATE)) {
            if (text.startsWith(of.prefix)) {
                return new DebtorNeed(of, text.substring(of.prefix.length()));
            }
        }
        return new DebtorNeed(Of.ALL, text);
    }

    /** Names of the fields a need may name, sorted. */
    public static Set<String> knownFields() {
        return new TreeSet<>(FIELDS.keySet());
    }

    /** Whether the debtor has what is needed of him. */
    public boolean isMet(Debtor debtor) {
        String value = FIELDS.get(field).apply(debtor);
        return !of.concerns(debtor) || value != null && !value.isBlank();
    }

    /** The fields a debtor lacks, in the order of the needs, comma between them; empty when nothing is lacking. */
    static String missing(List<String> needs, Debtor debtor) {
        return needs.stream()
                .map(DebtorNeed::parse)
                .filter(need -> !need.isMet(debtor))
                .map(DebtorNeed::field)
                .distinct()
                .collect(Collectors.joining(","));
    }
}
