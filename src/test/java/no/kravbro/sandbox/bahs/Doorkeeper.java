package no.kravbro.sandbox.bahs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks the UsernameToken of a request: digest or text, made within five minutes, its nonce seen once. */
final class Doorkeeper {

    private static final String PROFILE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#Password";
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final BahsSettings settings;
    private final Map<String, Instant> nonces = new HashMap<>();
    private Clock machine;

    Doorkeeper(BahsSettings settings) {
        this.settings = settings;
        this.machine = settings.machine();
    }

    /** What both sides take for the time of day. */
    void agreeOn(Clock other) {
        this.machine = other;
    }

    String now() {
        return machine.instant().toString();
    }

    /** The user behind a request; throws {@link SecurityFault}. */
    BahsSettings.User user(Element envelope) {
        Element token = token(envelope);
        String name = needed(token.text("Username"), "Username");
        byte[] nonce = nonce(needed(token.text("Nonce"), "Nonce"));
        String created = needed(token.text("Created"), "Created");
        BahsSettings.User user = settings.users().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(SecurityFault::failedAuthentication);
        checkPassword(token, user, nonce, created);
        checkTime(created);
        checkNonce(token.text("Nonce"));
        return user;
    }

    private static Element token(Element envelope) {
        Element header = envelope.child("Header");
        List<Element> tokens = new ArrayList<>();
        if (header != null) {
            header.all("Security").stream()
                    .filter(security -> Soap.WSSE.equals(security.namespace()))
                    .forEach(security -> tokens.addAll(security.all("UsernameToken")));
        }
        if (tokens.size() != 1) {
            throw SecurityFault.invalidSecurity("Every request carries one UsernameToken");
        }
        return tokens.get(0);
    }

    private static String needed(String text, String name) {
        if (text == null || text.isEmpty()) {
            throw SecurityFault.invalidToken("The token has no " + name);
        }
        return text;
    }

    private static byte[] nonce(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw SecurityFault.invalidToken("The nonce is not base64");
        }
    }

    private static void checkPassword(Element token, BahsSettings.User user, byte[] nonce, String created) {
        String given = needed(token.text("Password"), "Password");
        String type = token.child("Password").attribute("Type");
        String expected;
        if ((PROFILE + "Digest").equals(type)) {
            expected = digest(nonce, created, user.password());
        } else if (type.isEmpty() || (PROFILE + "Text").equals(type)) {
            expected = user.password();
        } else {
            throw SecurityFault.invalidToken("Unknown type of password");
        }
        if (!expected.equals(given)) {
            throw SecurityFault.failedAuthentication();
        }
    }

    /** Base64(SHA-1(nonce + created + password)), as the contract's test vector has it. */
    static String digest(byte[] nonce, String created, String password) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(nonce);
            sha.update(created.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha.digest(password.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void checkTime(String created) {
        try {
            Duration age = Duration.between(Instant.parse(created), machine.instant());
            if (age.abs().compareTo(SKEW) > 0) {
                throw SecurityFault.expired();
            }
        } catch (DateTimeParseException noTime) {
            throw SecurityFault.invalidToken("Created is no time");
        }
    }

    private void checkNonce(String nonce) {
        Instant now = machine.instant();
        nonces.values().removeIf(seen -> seen.isBefore(now.minus(SKEW.multipliedBy(2))));
        if (nonces.putIfAbsent(nonce, now) != null) {
            throw SecurityFault.invalidToken("The nonce was used before");
        }
    }
}
