package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.kravbro.creditor.Bookkeeping;
import no.kravbro.creditor.Dimensions;

/** What a posting may carry beside its amount: the creditor knows it by number, the API by an id of its own. */
enum Dimension {
    DEPARTMENT("department", "departmentNumber", "isInactive", Dimensions::department),
    PROJECT("project", "number", "isClosed", Dimensions::project),
    PRODUCT("product", "number", "isInactive", Dimensions::product);

    private final String word;
    private final String numberField;
    private final String endedField;
    private final Function<Dimensions, String> wanted;

    Dimension(String word, String numberField, String endedField, Function<Dimensions, String> wanted) {
        this.word = word;
        this.numberField = numberField;
        this.endedField = endedField;
        this.wanted = wanted;
    }

    /** As it is called in the creditors file and in complaints. */
    String word() {
        return word;
    }

    /** Name under which its numbers are kept. */
    String fact() {
        return word + "s";
    }

    /** The number the creditor wants on an account, or null. */
    String wanted(Dimensions dimensions) {
        return wanted.apply(dimensions);
    }

    boolean used(Bookkeeping bookkeeping) {
        return bookkeeping.dimensions().values().stream().anyMatch(each -> wanted(each) != null);
    }

    TripletexRequest request() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("count", "10000");
        query.put("fields", "id," + numberField + "," + endedField);
        return TripletexRequest.get("/" + word, query);
    }

    /** Ids by number of those in use; two of one number cannot be told apart, so neither is known. */
    Map<String, Long> read(String answer) {
        Map<String, Long> ids = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (JsonNode node : InvoiceReader.list(answer)) {
            Fields fields = new Fields(word, node);
            String number = fields.text(numberField);
            if (number != null && !fields.flag(endedField) && ids.put(number, fields.id()) != null) {
                twice.add(number);
            }
        }
        ids.keySet().removeAll(twice);
        return ids;
    }
}
