package no.kravbro.tripletex;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.kravbro.claim.Invoice;

/**
 * Reads invoices out of an answer, one at a time off the stream. Decimals stay exact. Fields a token is not entitled to
 * are simply absent and read as nothing, but for those without which an invoice is none: {@link MalformedAnswer}.
 */
public final class InvoiceReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private InvoiceReader() {}

    /** All invoices of a page, in its order. A page cut short is refused whole, so that no invoice is passed over. */
    public static List<Invoice> page(InputStream answer) {
        try (JsonParser parser = JSON.createParser(answer)) {
            List<Invoice> invoices = null;
            require(parser.nextToken() == JsonToken.START_OBJECT, "The page is not a JSON object");
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean values = "values".equals(parser.currentName());
                parser.nextToken();
                if (values) {
                    invoices = values(parser);
                } else {
                    parser.skipChildren();
                }
            }
            require(invoices != null, "The page holds no values");
            return invoices;
        } catch (IOException | NumberFormatException broken) {
            // Without its cause: a parser's message may quote the document.
            throw new MalformedAnswer("The page breaks off or is not JSON");
        }
    }

    public static List<Invoice> page(String answer) {
        return page(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }

    /** Number and year of the vouchers behind postings of these ids, as far as the page tells them. */
    public static Map<Long, String> vouchers(String answer, Set<Long> postings) {
        Map<Long, String> numbers = new TreeMap<>();
        for (JsonNode invoice : list(answer)) {
            for (JsonNode posting : invoice.path("postings")) {
                JsonNode voucher = posting.path("voucher");
                long id = posting.path("id").asLong();
                if (postings.contains(id) && voucher.path("number").asLong() > 0) {
                    numbers.put(
                            id,
                            voucher.path("number").asLong() + "-"
                                    + voucher.path("year").asLong());
                }
            }
        }
        return numbers;
    }

    /** The object of a single-object answer. */
    static JsonNode value(String answer) {
        try {
            JsonNode value = JSON.readTree(answer).path("value");
            require(value.isObject(), "The answer holds no value");
            return value;
        } catch (IOException | NumberFormatException broken) {
            throw new MalformedAnswer("The answer breaks off or is not JSON");
        }
    }

    /** The objects of a list answer. */
    static List<JsonNode> list(String answer) {
        try {
            JsonNode values = JSON.readTree(answer).path("values");
            require(values.isArray(), "The answer holds no values");
            List<JsonNode> objects = new ArrayList<>();
            values.forEach(objects::add);
            return objects;
        } catch (IOException | NumberFormatException broken) {
            throw new MalformedAnswer("The answer breaks off or is not JSON");
        }
    }

    private static List<Invoice> values(JsonParser parser) throws IOException {
        require(parser.currentToken() == JsonToken.START_ARRAY, "The page's values are not a list");
        List<Invoice> invoices = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode node = JSON.readTree(parser);
            invoices.add(InvoiceForm.invoice(node));
        }
        return invoices;
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new MalformedAnswer(complaint);
        }
    }
}
