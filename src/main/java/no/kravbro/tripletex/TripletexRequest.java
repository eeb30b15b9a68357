package no.kravbro.tripletex;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One call to the API, ready for the wire but for the session.
 *
 * @param path below the base address, already encoded ({@code >} is {@code %3E})
 * @param query parameters by name, not yet encoded, in order
 * @param body JSON, or null
 */
public record TripletexRequest(String method, String path, Map<String, String> query, String body) {

    public TripletexRequest {
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    static TripletexRequest get(String path, Map<String, String> query) {
        return new TripletexRequest("GET", path, query, null);
    }

    /** The query as it stands in the address, without the question mark; empty when there are no parameters. */
    public String queryString() {
        return query.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Path and query, as they follow the base address. */
    public String pathAndQuery() {
        return query.isEmpty() ? path : path + "?" + queryString();
    }

    /** A form encoder writes a blank as plus, which is not every server's idea of a query. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
