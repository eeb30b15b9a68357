package no.kravbro.camel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import no.kravbro.agency.WireAnswer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Puts a request on the wire as variables tell, and takes the answer off it. The only place that knows HTTP headers. */
@Component("wire")
public class Wire {

    /** Set when a call goes out after its bytes were stored: from here on the far side may have them. */
    static final String ON_ITS_WAY = "on-its-way";

    static final String ACCEPT = "Accept";

    private static final String SENT = "sent-body";
    private static final Pattern DOCUMENT = Pattern.compile("^application/(pdf|octet-stream)");

    private final Clock machine;

    public Wire(@Qualifier("machine") Clock machine) {
        this.machine = machine;
    }

    /** Sets method, path, query and headers of the coming call; the body stays, and a GET has none. */
    public void address(Exchange exchange) {
        Message message = exchange.getMessage();
        HttpMethods method = HttpMethods.valueOf(Notebook.need(exchange, Notebook.METHOD, String.class));
        // An enum, not text: text costs a search of the registry for every call.
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_PATH, exchange.getVariable(Notebook.PATH, "", String.class));
        String query = exchange.getVariable(Notebook.QUERY, String.class);
        if (query != null && !query.isEmpty()) {
            message.setHeader(Exchange.HTTP_QUERY, query);
        }
        if (message.getHeader(ACCEPT) == null) {
            message.setHeader(ACCEPT, "application/json");
        }
        wireHeaders(exchange, message);
        if (exchange.getVariable(TransmissionDesk.STORED, false, Boolean.class)) {
            exchange.setVariable(ON_ITS_WAY, true);
        }
        keepBody(exchange, message);
        if (method == HttpMethods.GET) {
            message.setBody(null);
        } else if (message.getHeader(Exchange.CONTENT_TYPE) == null) {
            message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        }
    }

    /** A call that is repeated with a new session finds the answer of its first try on the message. */
    private static void keepBody(Exchange exchange, Message message) {
        if (message.getBody() instanceof WireAnswer) {
            message.setBody(exchange.getVariable(SENT));
        } else {
            exchange.setVariable(SENT, message.getBody());
        }
    }

    private static void wireHeaders(Exchange exchange, Message message) {
        exchange.getVariables().forEach((name, value) -> {
            if (name.startsWith(Notebook.WIRE_HEADER)) {
                message.setHeader(name.substring(Notebook.WIRE_HEADER.length()), value);
            }
        });
    }

    /** What came back as one answer in the body; no header stays. */
    public void answer(Exchange exchange) {
        Message message = exchange.getMessage();
        WireAnswer answer = received(message);
        message.removeHeaders("*");
        message.setBody(answer);
    }

    /** A connection that failed is an answer too. */
    public void noAnswer(Exchange exchange) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setBody(WireAnswer.failed(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
    }

    private WireAnswer received(Message message) {
        Map<String, String> headers = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (value != null && !name.startsWith("Camel")) {
                headers.put(name, value.toString());
            }
        });
        byte[] body = message.getBody(byte[].class);
        String type = headers.getOrDefault("Content-Type", "");
        String text = body == null ? "" : DOCUMENT.matcher(type).find() ? bytes(body) : text(body);
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        return WireAnswer.of(status, text, headers, machine);
    }

    /** One letter for each byte of a document that is none of letters. */
    private static String bytes(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    /** A lenient reading would change what they sent. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException otherLetters) {
            return WireAnswer.NO_TEXT;
        }
    }

    /** Forgets how the last call was addressed, so that the next one cannot inherit it. */
    public void done(Exchange exchange) {
        exchange.removeVariable(Notebook.METHOD);
        exchange.removeVariable(Notebook.PATH);
        exchange.removeVariable(Notebook.QUERY);
        exchange.removeVariable(Notebook.REQUEST);
        exchange.removeVariable(SENT);
        exchange.getVariables().keySet().stream()
                .filter(name -> name.startsWith(Notebook.WIRE_HEADER))
                .toList()
                .forEach(exchange::removeVariable);
    }
}
