package no.kravbro.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import no.kravbro.WebhookSignature;
import no.kravbro.deadletter.Alerts;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another machine is told of groups of dead letters, whatever the mail does. */
class AlertCallerTest {

    private static final byte[] SECRET = "a shared secret".getBytes(StandardCharsets.UTF_8);

    private record Call(String signature, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @TempDir
    private Path folder;

    private final TestDatabase database = TestDatabases.H2.open();
    private final MutableClock clock = MutableClock.at("2026-01-14T08:00:00+01:00");
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile int answer = 204;
    private HttpServer there;
    private MailRoom room;

    @BeforeEach
    void open() throws IOException {
        there = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        there.createContext("/", call -> {
            calls.add(new Call(
                    call.getRequestHeaders().getFirst(AlertCaller.SIGNATURE),
                    call.getRequestBody().readAllBytes()));
            call.getResponseHeaders().set("Location", "/elsewhere");
            call.sendResponseHeaders(answer, -1);
            call.close();
        });
        there.start();
        Path secret =
                Files.writeString(folder.resolve("secret"), Base64.getEncoder().encodeToString(SECRET));
        room = new MailRoom(
                database,
                clock,
                List.of(
                        "kravbro.mail.mode=OFF",
                        "kravbro.alert.poll=30d",
                        "kravbro.alert.webhook-url=http://localhost:"
                                + there.getAddress().getPort() + "/alerts",
                        "kravbro.alert.webhook-hosts=localhost",
                        "kravbro.alert.webhook-secret-file=" + secret));
    }

    @AfterEach
    void close() {
        there.stop(0);
        room.close();
        database.close();
    }

    private void raise() {
        database.client()
                .sql("insert into letter_alert (fingerprint, kind, letters, amount_ore, raised_at)"
                        + " values ('f7', 'NEW_GROUP', 3, 100000, :now)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void look() throws InterruptedException {
        room.bean(AlertCaller.class).go();
    }

    private String state() {
        return database.client()
                .sql("select hook_state from letter_alert")
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("an alert is told once and signed, with mail switched off; the mail's mark is untouched")
    void toldOnceAndSigned() throws InterruptedException {
        raise();
        look();
        look();
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.text())
                    .contains("\"kind\":\"NEW_GROUP\"", "\"letters\":3", "\"amountOre\":100000")
                    .contains("https://kravbro.example.no/dead-letters/groups/f7");
            assertThat(new WebhookSignature(SECRET).valid(call.signature(), call.body(), clock.instant()))
                    .isTrue();
        });
        assertThat(room.bean(Alerts.class).untold(10)).hasSize(1);
        assertThat(state()).isEqualTo("TOLD");
    }

    @Test
    @DisplayName("what the mail has told is told by webhook all the same")
    void whatTheMailHasTold() throws InterruptedException {
        raise();
        room.bean(Alerts.class).told(room.bean(Alerts.class).untold(1).get(0).id());
        look();
        assertThat(calls).hasSize(1);
    }

    @Test
    @DisplayName(
            "what is not taken is told again after pauses that grow, and then given up; a redirect is not followed")
    void givenUpAfterSomeAttempts() throws InterruptedException {
        answer = 302;
        raise();
        look();
        look();
        assertThat(calls).hasSize(1);
        for (int attempt = 1; attempt < AlertHooks.MOST_ATTEMPTS; attempt++) {
            clock.advance(Duration.ofMinutes(1L << (attempt - 1)));
            look();
            assertThat(calls).hasSize(attempt + 1);
        }
        assertThat(state()).isEqualTo("GIVEN_UP");
        clock.advance(Duration.ofHours(6));
        answer = 204;
        look();
        assertThat(calls)
                .hasSize(AlertHooks.MOST_ATTEMPTS)
                .extracting(Call::text)
                .containsOnly(calls.get(0).text());
        assertThat(room.bean(AlertHooks.class).lost())
                .as("people are told on the start page")
                .isEqualTo(1);
        clock.advance(Duration.ofDays(7));
        assertThat(room.bean(AlertHooks.class).lost()).isZero();
    }

    @Test
    @DisplayName("what nobody could be told of for a day is no news any more")
    void oldNews() throws InterruptedException {
        raise();
        clock.advance(Duration.ofHours(25));
        look();
        assertThat(calls).isEmpty();
        assertThat(state()).isEqualTo("TOO_OLD");
        assertThat(room.bean(AlertHooks.class).lost())
                .as("nobody was to be told by webhook then")
                .isZero();
    }
}
