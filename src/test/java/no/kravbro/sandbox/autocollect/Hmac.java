package no.kravbro.sandbox.autocollect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, and the contract's webhook signature made of it. */
final class Hmac {

    private Hmac() {}

    static byte[] sha256(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /** Value of {@code X-Webhook-Signature}. */
    static String webhook(String base64Secret, long unixSeconds, String body) {
        byte[] secret = Base64.getDecoder().decode(base64Secret);
        String v1 = HexFormat.of().formatHex(sha256(secret, unixSeconds + "." + body));
        return "t=" + unixSeconds + ",v1=" + v1;
    }
}
