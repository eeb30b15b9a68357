package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import no.kravbro.agency.WireAnswer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One token per agency, fetched once however many callers were refused with the one before. */
class TokenDeskTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicInteger fetched = new AtomicInteger();
    private TokenDesk desk;

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:agency.fetch-token")
                        .process(exchange -> exchange.getMessage().setBody(token(fetched.incrementAndGet())));
            }
        });
        context.start();
        Clock clock = Clock.fixed(Instant.parse("2026-01-05T07:00:00Z"), ZoneOffset.UTC);
        desk = new TokenDesk(null, clock, new ObjectMapper(), context.createProducerTemplate());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private static WireAnswer token(int number) {
        String body = "{\"access_token\":\"t-" + number + "\",\"expires_in\":3600}";
        return new WireAnswer(200, body, Map.of(), null, null);
    }

    @Test
    void whoeverIsRefusedLateDoesNotDropTheNewToken() {
        Exchange first = new DefaultExchange(context);
        Exchange second = new DefaultExchange(context);
        assertThat(authorized(first)).isEqualTo("Bearer t-1");
        assertThat(authorized(second)).isEqualTo("Bearer t-1");
        desk.renew(first, "agency");
        assertThat(authorized(first)).isEqualTo("Bearer t-2");
        desk.renew(second, "agency");
        assertThat(authorized(second)).isEqualTo("Bearer t-2");
        assertThat(fetched).hasValue(2);
        desk.renew(second, "agency");
        assertThat(authorized(first)).as("the new one was refused too").isEqualTo("Bearer t-3");
    }

    private String authorized(Exchange exchange) {
        desk.authorize(exchange, "agency");
        return exchange.getMessage().getHeader("Authorization", String.class);
    }
}
