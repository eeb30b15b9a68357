package no.kravbro.camel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.Mappings;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.support.DefaultProducer;

/** Replaces the body by what the mapping makes of it; headers and variables stay as they are. */
final class MapProducer extends DefaultProducer {

    private final String path;
    private final Mappings mappings;

    MapProducer(MapEndpoint endpoint, String path, Mappings mappings) {
        super(endpoint);
        this.path = path;
        this.mappings = mappings;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Object body = message.getBody();
        message.setBody(isText(body) ? mappings.apply(path, text(message)) : mapped(body));
    }

    private static boolean isText(Object body) {
        return body == null
                || body instanceof CharSequence
                || body instanceof byte[]
                || body instanceof InputStream
                || body instanceof StreamCache;
    }

    /** No body at all is an empty document, which the mapping refuses in its own words. */
    private static String text(Message message) {
        String text = message.getBody(String.class);
        return text == null ? "" : text;
    }

    private String mapped(Object body) {
        JsonNode input = body instanceof JsonNode node ? node : ExactJson.treeOf(body);
        return ExactJson.write(mappings.apply(path, input));
    }
}
