package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;

/** Tokens and sessions. A session dies when its expiration date begins in Oslo. */
final class Sessions {

    private static final String EMPLOYEE = "_EmployeeToken";
    private static final String SESSION = "_Session";

    private final Archive archive;

    Sessions(Archive archive) {
        this.archive = archive;
    }

    /** Makes a token known; for an accountant the companies are the clients. */
    void issue(String consumer, String token, long company, List<Long> clients) {
        archive.house().add(EMPLOYEE, "consumer", consumer, "token", token, "company", company, "_clients", clients);
    }

    /** Takes a right away: "METHOD /path" as a beginning, or ADVANCED_VOUCHER. */
    void deny(String token, String right) {
        Row row = archive.house().by(EMPLOYEE, "token", token);
        List<?> denied = row.get("_denied") instanceof List<?> list ? list : List.of();
        archive.house()
                .put(row.with(
                        "_denied",
                        Stream.concat(denied.stream(), Stream.of(right)).toList()));
    }

    Reply post(Call call) {
        JsonNode body = Body.object(call.body(), "PostSessionTokenBody");
        return create(
                201,
                Body.text(body, "consumerToken"),
                Body.text(body, "employeeToken"),
                Body.text(body, "expirationDate"));
    }

    Reply put(Call call) {
        return create(200, call.param("consumerToken"), call.param("employeeToken"), call.param("expirationDate"));
    }

    private Reply create(int status, String consumer, String employee, String expiration) {
        LocalDate end = expiration(expiration);
        Row token = archive.house().by(EMPLOYEE, "token", employee);
        if (employee == null || token == null || !token.text("consumer").equals(consumer)) {
            throw Refusal.unauthorized();
        }
        String secret = Base64.getEncoder()
                .encodeToString(("{\"tokenId\":" + token.id() + ",\"token\":\"" + UUID.randomUUID() + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        Row session = archive.house().add(SESSION, "token", secret, "employee", token.id(), "ends", end);
        Row shown = new Row(0, "SessionToken", session.id(), Map.of())
                .with("expirationDate", end, "token", secret)
                .with("consumerToken", new Row(0, "ConsumerToken", 1, Map.of()))
                .with("employeeToken", new Row(0, "EmployeeToken", token.id(), Map.of()));
        return Answers.value(status, new View(archive.house()).object(shown, Fields.ALL));
    }

    private LocalDate expiration(String text) {
        try {
            LocalDate end = text == null ? null : LocalDate.parse(text);
            if (end == null || !end.isAfter(today())) {
                throw Refusal.value("expirationDate", "Må være senere enn dagens dato.");
            }
            return end;
        } catch (DateTimeParseException e) {
            throw Refusal.value("expirationDate", "Ugyldig dato.");
        }
    }

    /** Ends a session by its token. */
    Reply delete(String token) {
        Row session = archive.house().by(SESSION, "token", token);
        if (session == null) {
            throw Refusal.notFound();
        }
        archive.house().remove(session);
        return Reply.empty(204);
    }

    /** @throws Refusal 401 code 3000, 403 code 9000 for another company than the token's */
    Session authenticate(Call call) {
        String[] parts = credentials(call.headers().get("Authorization"));
        Row session = archive.house().by(SESSION, "token", parts[1]);
        if (session == null || !today().isBefore(session.day("ends"))) {
            throw Refusal.unauthorized();
        }
        Row token = archive.house().get(EMPLOYEE, session.number("employee"));
        boolean accountant = !token.ids("_clients").isEmpty();
        long company = company(parts[0]);
        if (company == 0 || company == token.number("company")) {
            return new Session(token, token.number("company"), accountant);
        }
        if (!token.ids("_clients").contains(company)) {
            throw Refusal.forbidden("No access to company " + company);
        }
        return new Session(token, company, false);
    }

    private static String[] credentials(String header) {
        if (header == null || !header.startsWith("Basic ")) {
            throw Refusal.unauthorized();
        }
        try {
            String plain = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            if (colon < 0) {
                throw Refusal.unauthorized();
            }
            return new String[] {plain.substring(0, colon), plain.substring(colon + 1)};
        } catch (IllegalArgumentException e) {
            throw Refusal.unauthorized();
        }
    }

    private static long company(String user) {
        try {
            return user.isBlank() ? 0 : Long.parseLong(user);
        } catch (NumberFormatException e) {
            throw Refusal.unauthorized();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(archive.clock().instant(), SandboxClock.OSLO);
    }
}
