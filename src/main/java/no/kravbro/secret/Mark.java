package no.kravbro.secret;

import java.util.regex.Pattern;

/** What a sealed value begins with: that it is one, and by which key. The ciphertext behind it names the key again. */
final class Mark {

    static final int LENGTH = 16;
    private static final Pattern SEALED = Pattern.compile("sealed:[0-9a-f]{8}:.*", Pattern.DOTALL);
    private static final int BEFORE_KEY = 7;
    private static final int HEXADECIMAL = 16;

    private Mark() {}

    static String of(int key) {
        return "sealed:" + name(key) + ":";
    }

    static String name(int key) {
        return String.format("%08x", key);
    }

    static boolean on(String stored) {
        return stored != null && SEALED.matcher(stored).matches();
    }

    static int key(String marked) {
        return Integer.parseUnsignedInt(marked.substring(BEFORE_KEY, LENGTH - 1), HEXADECIMAL);
    }
}
