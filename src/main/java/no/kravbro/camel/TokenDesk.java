package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.agency.WireAnswer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Bearer tokens of agencies with client credentials: kept until shortly before they end, fetched by one caller at a time. */
@Component("tokenDesk")
public class TokenDesk {

    private static final String IN_USE = "token-in-use";
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Settings settings;
    private final Clock clock;
    private final ObjectMapper json;
    private final ProducerTemplate routes;

    private record Token(String value, Instant until) {

        /** The value is a secret. */
        @Override
        public String toString() {
            return "Token until " + until;
        }
    }

    public TokenDesk(Settings settings, Clock clock, ObjectMapper json, @Lazy ProducerTemplate routes) {
        this.settings = settings;
        this.clock = clock;
        this.json = json;
        this.routes = routes;
    }

    /** Sets the Authorization header; fetches a token first when there is none. Without one the call goes out bare and gets its 401. */
    public void authorize(Exchange exchange, String agency) {
        Token token = tokens.compute(agency, (id, held) -> usable(held) ? held : fetch(id));
        exchange.removeVariable(IN_USE);
        if (token != null) {
            exchange.setVariable(IN_USE, token);
            exchange.getMessage().setHeader("Authorization", "Bearer " + token.value());
        }
    }

    /** Forgets the token that this call was refused with, unless someone else has fetched another meanwhile. */
    public void renew(Exchange exchange, String agency) {
        Token refused = exchange.getVariable(IN_USE, Token.class);
        tokens.computeIfPresent(agency, (id, held) -> held.equals(refused) ? null : held);
    }

    private boolean usable(Token token) {
        return token != null && clock.instant().isBefore(token.until());
    }

    private Token fetch(String agency) {
        WireAnswer answer = routes.requestBody("direct:" + agency + ".fetch-token", null, WireAnswer.class);
        if (answer.status() != 200) {
            return null;
        }
        try {
            JsonNode body = json.readTree(answer.body());
            Duration life = Duration.ofSeconds(body.path("expires_in").asLong()).minus(MARGIN);
            return new Token(body.path("access_token").asText(), clock.instant().plus(life));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The token answer of " + agency + " is not JSON", e);
        }
    }

    /** Writes the request for a token. */
    public void order(Exchange exchange, String agency) {
        Settings.Agency wire = settings.agencies().get(agency);
        exchange.setVariable(Notebook.METHOD, "POST");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        exchange.getMessage()
                .setBody("grant_type=client_credentials&client_id=" + encode(wire.clientId()) + "&client_secret="
                        + encode(Secrets.text(wire.clientSecretFile())));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
