package no.kravbro;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks and makes a signature of the form {@code t=<unix seconds>,v1=<hex>[,v1=<hex>]} over the raw bytes of a webhook: HMAC-SHA256
 * of {@code t + "." + body}. Several v1 are allowed while a secret is being changed. Compared in constant time; refused when
 * the time differs from ours by more than five minutes either way. Source: AutoCollect contract, "Signature".
 */
public final class WebhookSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] secret;

    /** @param secret the shared secret, decoded */
    public WebhookSignature(byte[] secret) {
        this.secret = secret.clone();
    }

    /** True when one of the signatures is ours and the time is near. Anything malformed is simply not valid. */
    public boolean valid(String header, byte[] body, Instant now) {
        String time = header == null ? null : first(header, "t=");
        if (time == null || !time.matches("[0-9]{1,12}") || !near(Long.parseLong(time), now)) {
            return false;
        }
        byte[] expected = hmac(time, body);
        boolean found = false;
        for (String given : values(header, "v1=")) {
            // No early exit: the time taken must not tell which signature matched.
            found |= MessageDigest.isEqual(expected, decoded(given));
        }
        return found;
    }

    /** A header that {@link #valid} takes. */
    public String of(byte[] body, Instant now) {
        String time = String.valueOf(now.getEpochSecond());
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(hmac(time, body));
    }

    private static boolean near(long seconds, Instant now) {
        return Duration.between(Instant.ofEpochSecond(seconds), now).abs().compareTo(TOLERANCE) <= 0;
    }

    private byte[] hmac(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] decoded(String hex) {
        return hex.matches("([0-9a-f]{2}){32}") ? HexFormat.of().parseHex(hex) : new byte[0];
    }

    private static String first(String header, String name) {
        List<String> values = values(header, name);
        return values.size() == 1 ? values.get(0) : null;
    }

    private static List<String> values(String header, String name) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()))
                .toList();
    }
}
