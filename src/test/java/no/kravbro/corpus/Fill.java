package no.kravbro.corpus;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in what an input cannot know, {@code %%claim%%}, and what would be too long to keep, {@code %%50000 times [%%}.
 * Byte for byte: what is no such word stays as it is.
 */
final class Fill {

    private static final Pattern WORD = Pattern.compile("%%(?:(\\d+) times (.+?)|([a-zA-Z]+))%%");

    private final Map<String, String> words = new LinkedHashMap<>();

    Fill with(String word, Object value) {
        words.put(word, String.valueOf(value));
        return this;
    }

    Fill copy() {
        Fill copy = new Fill();
        copy.words.putAll(words);
        return copy;
    }

    byte[] in(byte[] bytes) {
        return in(new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    String in(String text) {
        return WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) != null
                                ? found.group(2).repeat(Integer.parseInt(found.group(1)))
                                : word(found.group(3))));
    }

    private String word(String name) {
        String value = words.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Nothing is known to stand for " + name);
        }
        return value;
    }
}
