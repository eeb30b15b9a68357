package no.kravbro;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** The words people read, Norwegian (bokmål) unless they ask for English. Codes and English stay in logs and API fields. */
public final class Texts {

    public static final Locale NB = Locale.forLanguageTag("nb");
    public static final List<Locale> LANGUAGES = List.of(NB, Locale.ENGLISH);

    private final MessageSource messages;

    public Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** Throws when the key has no text: a missing text is a fault in the product, not an empty line on a page. */
    public String of(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }

    /** The same for a word that may be none of ours. */
    public Optional<String> find(String key, Locale language) {
        return Optional.ofNullable(messages.getMessage(key, null, null, language));
    }

    /** The language for an Accept-Language header or a language tag; null and unknown ones are Norwegian. */
    public static Locale language(String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return NB;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
            return best == null ? NB : best;
        } catch (IllegalArgumentException malformed) {
            return NB;
        }
    }
}
