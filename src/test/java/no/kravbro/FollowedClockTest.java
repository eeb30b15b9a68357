package no.kravbro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import no.kravbro.fakes.MutableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clock follows another one, and a start without that other one is refused. */
class FollowedClockTest {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Instant OWN = Instant.parse("2030-03-03T03:03:03Z");

    private final AtomicReference<String> answer = new AtomicReference<>("{\"now\":\"2026-01-05T08:00:00+01:00\"}");
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/clock", exchange -> {
            asked.incrementAndGet();
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void followsAndKeepsTheLastDistance() {
        try (FollowedClock clock = FollowedClock.follow(url(), own(), POLL, Duration.ofSeconds(5))) {
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-05T07:00:00Z"));
            answer.set("{\"now\":\"2026-01-06T08:00:00+01:00\"}");
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> clock.instant().equals(Instant.parse("2026-01-06T07:00:00Z")));
            server.stop(0);
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-06T07:00:00Z"));
            assertThat(clock.getZone()).isEqualTo(Clocks.OSLO);
        }
    }

    @Test
    void doesNotGoBackWhenItRanAheadOfAClockThatStands() {
        MutableClock own = new MutableClock(OWN);
        try (FollowedClock clock = FollowedClock.follow(url(), own, POLL, Duration.ofSeconds(5))) {
            own.advance(Duration.ofMillis(900).plusNanos(123_456));
            Instant ahead = clock.instant();
            assertThat(ahead).isEqualTo(Instant.parse("2026-01-05T07:00:00.900Z"));
            int before = asked.get();
            await().atMost(Duration.ofSeconds(5)).until(() -> asked.get() >= before + 2);
            assertThat(clock.instant()).isEqualTo(ahead);
            answer.set("{\"now\":\"2026-01-05T07:00:00+01:00\"}");
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> clock.instant().equals(Instant.parse("2026-01-05T06:00:00Z")));
        }
    }

    @Test
    void refusesToStartWithoutAnAnswer() {
        answer.set("soon");
        assertThatThrownBy(() -> FollowedClock.follow(url(), own(), POLL, Duration.ofMillis(300)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("kravbro.clock.url")
                .hasMessageContaining("start the clock there first");
    }

    private static Clock own() {
        return Clock.fixed(OWN, Clocks.OSLO);
    }

    private URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/clock");
    }
}
