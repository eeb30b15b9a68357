package no.kravbro.money;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the key of a booking from its money event: the same event gives the same key for ever, on every machine. */
public final class VoucherKey {

    private static final int HASH_BYTES = 8;

    private static final Pattern KEY = Pattern.compile("INK-([a-z][a-z0-9]*)-.+");

    private VoucherKey() {}

    /** The agency that a key was made for; empty for what is no key of ours. */
    public static Optional<String> agency(String key) {
        return Optional.of(KEY.matcher(key)).filter(Matcher::matches).map(found -> found.group(1));
    }

    /** {@code INK-<agency>-<event>}; what would be longer than a voucher key may be is cut and ends in a hash of the whole. */
    public static String of(String agency, String event) {
        String key = "INK-" + agency + "-" + event;
        if (key.length() <= Voucher.LONGEST_KEY) {
            return key;
        }
        String hash = hash(key);
        return key.substring(0, Voucher.LONGEST_KEY - hash.length() - 1) + "~" + hash;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
