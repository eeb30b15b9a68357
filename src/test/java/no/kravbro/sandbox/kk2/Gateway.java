package no.kravbro.sandbox.kk2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.trade.OsloDays;

/** Which call goes where: token, bearer, the contract's form, the creditor, then the paths of the contract and no others. */
final class Gateway {

    private static final Pattern CLAIM = Pattern.compile("/krav/([0-9]{9})-([0-9]{1,19})(/[a-z]+)?");
    private static final Pattern ANSWER = Pattern.compile("/bokforingsforslag/([^/]+)/svar");
    private static final Pattern SNAPSHOT = Pattern.compile("/avstemming/([0-9-]{10})");

    private final Kk2Settings settings;
    private final Tokens tokens;
    private final Memory memory;
    private final Claims claims;
    private final Payments payments;
    private final Lists lists;
    private final Set<String> forbidden = new TreeSet<>();

    Gateway(Kk2Settings settings, Memory memory, Claims claims, Payments payments, Lists lists) {
        this.settings = settings;
        this.tokens = new Tokens(settings);
        this.memory = memory;
        this.claims = claims;
        this.payments = payments;
        this.lists = lists;
    }

    void forbid(String creditor, boolean on) {
        if (on) {
            forbidden.add(creditor);
        } else {
            forbidden.remove(creditor);
        }
    }

    Reply answer(Call call, Instant now) {
        String path = call.path()
                .substring(Math.min(Kk2Sandbox.BASE.length(), call.path().length()));
        if (!call.path().startsWith(Kk2Sandbox.BASE)) {
            throw Kk2Error.notFound("sti");
        }
        if (path.equals("/oauth/token") && call.method().equals("POST")) {
            return tokens.create(call);
        }
        tokens.check(call);
        if (!forbidden.isEmpty() && !CLAIM.matcher(path).matches()) {
            throw Kk2Error.of(403, "TILGANG_NEKTET", "Ingen tilgang til kreditor");
        }
        JsonNode body = call.body().length > 0 && !call.method().equals("GET") ? Json.read(call.text()) : null;
        List<String> broken = Contract.brokenRequest(call);
        if (!broken.isEmpty()) {
            throw Kk2Error.malformed(broken.get(0).replaceAll("\\s+", " "));
        }
        return routed(call, path, body, now);
    }

    private Reply routed(Call call, String path, JsonNode body, Instant now) {
        Matcher claim = CLAIM.matcher(path);
        if (claim.matches()) {
            creditor(claim.group(1));
            return claim(call.method(), claim.group(1) + "-" + claim.group(2), claim.group(3), body, now);
        }
        Matcher answer = ANSWER.matcher(path);
        if (answer.matches()) {
            return new Answers(memory).put(answer.group(1), body, now);
        }
        Matcher snapshot = SNAPSHOT.matcher(path);
        if (snapshot.matches()) {
            creditor(body.get("kreditorOrgnr").asText());
            return new Reconciliation(memory).put(snapshot.group(1), body);
        }
        return switch (path) {
            case "/saker" -> lists.cases(call, now);
            case "/bokforingsforslag" -> lists.proposals(call);
            default -> throw Kk2Error.notFound("sti");
        };
    }

    private void creditor(String number) {
        if (forbidden.contains(number)) {
            throw Kk2Error.of(403, "TILGANG_NEKTET", "Ingen tilgang til kreditor");
        }
        if (!settings.creditors().contains(number)) {
            throw Kk2Error.refused("UKJENT_KREDITOR", "Kreditor har ingen avtale");
        }
    }

    private Reply claim(String method, String key, String part, JsonNode body, Instant now) {
        if (part == null) {
            return method.equals("GET")
                    ? Json.reply(200, Views.aCase(memory.need(key), OsloDays.day(now)))
                    : claims.put(key, body, now);
        }
        CaseRow row = memory.need(key);
        return switch (part) {
            case "/betalinger" -> payments.payment(row, body, now);
            case "/kreditnotaer" -> payments.credit(row, body, now);
            default -> new Instructions(memory).carryOut(row, body, now);
        };
    }
}
