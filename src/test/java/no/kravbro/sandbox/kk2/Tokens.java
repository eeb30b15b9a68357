package no.kravbro.sandbox.kk2;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Forms;
import no.kravbro.sandbox.Reply;

/** The token endpoint and the check of bearer tokens: opaque, good for an hour, across restarts. */
final class Tokens {

    private static final long SECONDS = 3600;
    private static final String BEARER = "Bearer ";

    private final Kk2Settings settings;

    Tokens(Kk2Settings settings) {
        this.settings = settings;
    }

    Reply create(Call call) {
        Map<String, List<String>> form = Forms.parse(call.text());
        if (!one(form, "grant_type").equals("client_credentials")
                || !one(form, "client_id").equals(settings.clientId())
                || !one(form, "client_secret").equals(settings.clientSecret())) {
            throw Kk2Error.of(401, "UGYLDIG_KLIENT", "Ukjent klient eller feil hemmelighet");
        }
        long until = settings.machine().instant().getEpochSecond() + SECONDS;
        return Json.reply(
                200,
                Json.object(
                        "access_token",
                        until + "." + seal(until),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        SECONDS,
                        "scope",
                        "krav bilag"));
    }

    private static String one(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).get(0);
    }

    void check(Call call) {
        String header = call.headers().getOrDefault("Authorization", "");
        String[] parts =
                header.startsWith(BEARER) ? header.substring(BEARER.length()).split("\\.") : new String[0];
        if (parts.length != 2
                || !parts[0].matches("\\d{1,12}")
                || !seal(Long.parseLong(parts[0])).equals(parts[1])) {
            throw Kk2Error.of(401, "UGYLDIG_TOKEN", "Token mangler eller er ukjent");
        }
        if (settings.machine().instant().getEpochSecond() >= Long.parseLong(parts[0])) {
            throw Kk2Error.of(401, "UGYLDIG_TOKEN", "Token er utløpt");
        }
    }

    private String seal(long until) {
        String text = settings.clientId() + settings.clientSecret() + until;
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
