package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;

/** The token endpoint and the check of bearer tokens: signed, good for one hour of sandbox time, across restarts. */
final class Tokens {

    private static final long SECONDS = 3600;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final AutoCollectSettings settings;
    private final Clock clock;
    private final byte[] key;

    Tokens(AutoCollectSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.key = ("token-key-" + settings.clientSecret()).getBytes(StandardCharsets.UTF_8);
    }

    Reply create(Call call, Map<String, List<String>> form) {
        String type = String.valueOf(call.headers().get("Content-Type"));
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw ApiError.unauthorized("Credentials must come as a form");
        }
        if (!one(form, "grant_type").equals("client_credentials")
                || !one(form, "client_id").equals(settings.clientId())
                || !one(form, "client_secret").equals(settings.clientSecret())) {
            throw ApiError.unauthorized("Unknown client or wrong secret");
        }
        long now = clock.instant().getEpochSecond();
        return Json.reply(
                200,
                Json.object(
                        "access_token",
                        token(now),
                        "token_type",
                        "Bearer",
                        "not_before",
                        now,
                        "expires_in",
                        SECONDS,
                        "expires_on",
                        now + SECONDS,
                        "resource",
                        "04468334-0000-4000-8000-000000000001"));
    }

    private static String one(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).get(0);
    }

    private String token(long now) {
        String head = encoded(Json.text(Json.object("typ", "JWT", "alg", "HS256")));
        String claims = encoded(Json.text(Json.object(
                "sub", settings.clientId(), "nbf", now, "exp", now + SECONDS, "scp", "write:collection.case")));
        return head + "." + claims + "." + signature(head + "." + claims);
    }

    /** Refuses with 401 unless the call carries a token of ours that has not expired. */
    void check(Call call) {
        String header = call.headers().get("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            throw ApiError.unauthorized("Token missing");
        }
        String[] parts = header.substring("Bearer ".length()).split("\\.");
        if (parts.length != 3 || !same(signature(parts[0] + "." + parts[1]), parts[2])) {
            throw ApiError.unauthorized("Token is not ours");
        }
        JsonNode claims = Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        if (clock.instant().getEpochSecond() >= claims.get("exp").asLong()) {
            throw ApiError.unauthorized("Token expired");
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(String text) {
        return BASE64.encodeToString(Hmac.sha256(key, text));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
