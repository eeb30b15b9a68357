package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.JsonFault;
import no.kravbro.delivery.Refusal;

/** Documents in our own words, as mappings make them of what far sides send. */
final class Documents {

    /** No id of a far side is longer; keys made of it have their place in the memory. */
    static final int LONGEST_ID = 100;

    private Documents() {}

    /** The record it stands for; a field that does not fit is a {@link Refusal} that names it. @param what what it is called */
    static <T> T read(String what, String document, Class<T> type) throws JsonProcessingException {
        try {
            return ExactJson.value(document, type);
        } catch (JsonMappingException misfit) {
            throw new Refusal("UNREADABLE", JsonFault.field(what, misfit));
        }
    }

    /** The document as it stands. */
    static JsonNode tree(String what, String document) {
        try {
            return ExactJson.read(document);
        } catch (JsonProcessingException broken) {
            throw new Refusal("UNREADABLE", what + " " + JsonFault.words(broken));
        }
    }

    /** Refuses what has no id of its own, or none that can be kept. */
    static void identified(String what, String id) {
        if (id == null || id.isBlank()) {
            throw new Refusal("UNREADABLE", what + ": field 'id' is missing, so it cannot be told from others");
        }
        if (id.length() > LONGEST_ID) {
            throw new Refusal("UNREADABLE", what + ": field 'id' is longer than " + LONGEST_ID + " characters");
        }
    }

    /** Refuses what lacks a field that it cannot be without. */
    static void present(String what, String field, Object value) {
        if (value == null) {
            throw new Refusal("UNREADABLE", what + ": field '" + field + "' is missing");
        }
    }
}
