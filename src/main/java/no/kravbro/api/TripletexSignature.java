package no.kravbro.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the signature of Tripletex's webhooks: base64 of HMAC-SHA512 over the idempotency key, an ampersand and the raw
 * body. Compared in constant time. Source: Tripletex changelog 2.71.19.
 */
public final class TripletexSignature {

    private final byte[] secret;

    public TripletexSignature(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    public boolean valid(String signature, String key, byte[] body) {
        return signature != null
                && key != null
                && MessageDigest.isEqual(
                        hmac(key, body).getBytes(StandardCharsets.US_ASCII),
                        signature.strip().getBytes(StandardCharsets.UTF_8));
    }

    private String hmac(String key, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret, "HmacSHA512"));
            mac.update((key + "&").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA512", e);
        }
    }
}
