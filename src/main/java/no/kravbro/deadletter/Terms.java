package no.kravbro.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import no.kravbro.Masking;

/** What a letter is found by: numbers and names of what was to be sent, and the words of what went wrong. */
final class Terms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 80;
    private static final int SHORTEST_WORD = 3;
    private static final int MOST = 60;

    private Terms() {}

    /** A word as it is kept and looked for. */
    static String term(String word) {
        String small = word.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
        return small.substring(0, Math.min(small.length(), LONGEST));
    }

    /** @param payload canonical document of the delivery, or null */
    static Set<String> of(Failure failure, String payload) {
        Set<String> terms = new LinkedHashSet<>();
        add(terms, failure.subject(), 1);
        add(terms, failure.claimKey(), 1);
        add(terms, failure.code(), 1);
        JsonNode document = read(payload);
        Stream.of("/invoiceNumber", "/kid", "/debtor/customerNumber", "/debtor/organizationNumber", "/debtor/name")
                .forEach(path -> add(terms, document.at(path).asText(null), 1));
        add(terms, failure.detail(), SHORTEST_WORD);
        return terms;
    }

    private static void add(Set<String> terms, String text, int shortest) {
        if (text == null) {
            return;
        }
        for (String word : text.split("[\\s/,;:()\"']+")) {
            String term = term(word);
            boolean person = !term.equals(Masking.mask(term));
            if (term.length() >= shortest && !person && terms.size() < MOST) {
                terms.add(term);
            }
        }
    }

    private static JsonNode read(String payload) {
        try {
            return payload == null ? JSON.missingNode() : JSON.readTree(payload);
        } catch (JsonProcessingException noDocument) {
            // What was received may be anything; then it is found by its key alone.
            return JSON.missingNode();
        }
    }
}
