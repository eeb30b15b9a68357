package no.kravbro.sandbox.kk2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Forms;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Store;
import no.kravbro.sandbox.trade.OsloDays;

/** The sandbox under test, with a clock that stands still. Every answer it gives is held against the contract. */
final class Bureau {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String KEY = "310245674-2147524143";

    final SandboxClock clock;
    final Kk2Sandbox sandbox;

    Bureau(String start) {
        this(start, new Store(null));
    }

    Bureau(String start, Store store) {
        Instant instant = Instant.parse(start);
        clock = new SandboxClock(instant, Clock.fixed(instant, ZoneOffset.UTC));
        sandbox = new Kk2Sandbox(store, clock, Kk2Settings.story().clock(clock));
    }

    /** Lets the clock and the agency go on to this hour of this day, Oslo. */
    Bureau until(String day, int hour) {
        Instant then = OsloDays.at(LocalDate.parse(day), LocalTime.of(hour, 0));
        clock.advance(Duration.between(clock.instant(), then));
        sandbox.onTimeMoved();
        return this;
    }

    JsonNode get(String path) {
        return tree(call("GET", path, ""), 200);
    }

    JsonNode put(String path, String body, int status) {
        return tree(call("PUT", path, body), status);
    }

    JsonNode post(String path, String body, int status) {
        return tree(call("POST", path, body), status);
    }

    Reply call(String method, String pathAndQuery, String body) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token());
        headers.put("Content-Type", "application/json");
        return checked(new Call(
                method,
                Kk2Sandbox.BASE + parts[0],
                Forms.parse(parts.length == 2 ? parts[1] : ""),
                headers,
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    Reply checked(Call call) {
        Reply reply = sandbox.handle(call);
        assertThat(Contract.broken(call, reply))
                .as("%s %s: %s", call.method(), call.path(), reply.text())
                .isEmpty();
        return reply;
    }

    Reply token(String secret) {
        String form = "grant_type=client_credentials&client_id=nordlys-elektro&client_secret=" + secret;
        return checked(new Call(
                "POST",
                Kk2Sandbox.BASE + "/oauth/token",
                Map.of(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form.getBytes(StandardCharsets.UTF_8)));
    }

    private String token() {
        return tree(token("not-a-secret"), 200).get("access_token").asText();
    }

    /** The claim of the contract's story. */
    static String claim(int version, long ore) {
        return claim("inn-20251229-000" + version, version, "10023", "2025-12-15", ore);
    }

    static String claim(String id, int version, String invoice, String due, long ore) {
        return ("{'innsendingId':'" + id + "','versjon':" + version + ",'fakturanummer':'" + invoice
                        + "','fakturadato':'2025-12-01','forfallsdato':'" + due + "','opprinneligBelop':1000000,"
                        + "'restHovedstol':" + ore + ",'kid':'10002300019','kreditorMvaRegistrert':true,"
                        + "'kunde':{'type':'PRIVAT','kundenummer':'20011','navn':'Kari Prøve','adresse1':'Prøveveien 1',"
                        + "'postnr':'0150','poststed':'Oslo','land':'NO'},'bilagslinjer':[{'posteringId':88001,"
                        + "'bilagId':910001,'dato':'2025-12-01','konto':1500,'belop':" + ore + "}]}")
                .replace('\'', '"');
    }

    private static JsonNode tree(Reply reply, int status) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        try {
            return JSON.readTree(reply.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
