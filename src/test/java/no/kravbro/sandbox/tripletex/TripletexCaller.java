package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Store;

/** A sandbox with its story and a logged-in caller; each test has its own. */
final class TripletexCaller {

    static final LocalDate TODAY = TripletexStory.START;
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    final MachineTime machine = new MachineTime();
    final SandboxClock clock = new SandboxClock(Instant.parse("2026-01-05T07:00:00Z"), machine);
    final Store store = new Store(null);
    final List<Sent> sent = new ArrayList<>();
    int receiverAnswers = 200;
    TripletexSandbox sandbox = open();
    Accountant accountant = sandbox.accountant(TripletexStory.NORDLYS);
    private String session;
    String company = "0";

    /** A webhook that arrived. */
    record Sent(String target, Map<String, String> headers, String body) {}

    /** Moves only when told. */
    static final class MachineTime extends Clock {
        Instant now = Instant.parse("2026-07-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return SandboxClock.OSLO;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    TripletexCaller() {
        login(TripletexStory.NORDLYS_TOKEN);
    }

    /** The same store, another process. */
    void restart() {
        sandbox = open();
        accountant = sandbox.accountant(TripletexStory.NORDLYS);
    }

    private TripletexSandbox open() {
        TripletexSandbox opened = new TripletexSandbox(store, clock, machine, (target, headers, body) -> {
            sent.add(new Sent(target.toString(), headers, new String(body, StandardCharsets.UTF_8)));
            return receiverAnswers;
        });
        TripletexStory.tell(opened);
        return opened;
    }

    void login(String employeeToken) {
        Reply reply = raw("POST", "/token/session/:create", tokens(employeeToken, TODAY.plusYears(1)), Map.of());
        session = json(reply).at("/value/token").textValue();
    }

    static String tokens(String employee, LocalDate expiration) {
        return "{\"consumerToken\":\"%s\",\"employeeToken\":\"%s\",\"expirationDate\":\"%s\"}"
                .formatted(TripletexStory.CONSUMER_TOKEN, employee, expiration);
    }

    Reply get(String pathAndQuery) {
        return send("GET", pathAndQuery, "");
    }

    Reply put(String pathAndQuery) {
        return send("PUT", pathAndQuery, "");
    }

    Reply send(String method, String pathAndQuery, String body) {
        return raw(method, pathAndQuery, body, authorization());
    }

    Map<String, String> authorization() {
        String plain = company + ":" + session;
        return Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                "application/json; charset=utf-8");
    }

    Reply raw(String method, String pathAndQuery, String body, Map<String, String> headers) {
        return sandbox.handle(call(method, pathAndQuery, body, headers));
    }

    static Call call(String method, String pathAndQuery, String body, Map<String, String> headers) {
        int mark = pathAndQuery.indexOf('?');
        String path = mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
        Map<String, List<String>> query = new TreeMap<>();
        if (mark >= 0) {
            Arrays.stream(pathAndQuery.substring(mark + 1).split("&"))
                    .map(each -> each.split("=", 2))
                    .forEach(pair -> query.put(pair[0], List.of(URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
        }
        return new Call(
                method, "/v2" + path, query, new LinkedHashMap<>(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode invoice(long id) {
        return json(get("/invoice/" + id + "?fields=*,postings(*)")).get("value");
    }

    BigDecimal outstanding(long invoice) {
        return invoice(invoice).get("amountOutstanding").decimalValue();
    }

    /** A new open invoice of the customer numbered 20011. */
    long freshInvoice(long ore) {
        return accountant.invoice(NewCustomer.id(20011), TODAY.minusDays(40), TODAY.minusDays(26), ore);
    }

    long paymentType(String description) {
        return json(get("/invoice/paymentType?description=" + description.replace(" ", "%20")))
                .at("/values/0/id")
                .longValue();
    }

    long account(int number) {
        return accountant.accountId(number);
    }
}
