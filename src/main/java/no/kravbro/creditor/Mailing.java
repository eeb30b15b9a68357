package no.kravbro.creditor;

import java.util.List;
import java.util.Locale;
import no.kravbro.Texts;

/**
 * Who is told of a creditor's matters by mail. What is left out is told to nobody.
 *
 * @param language nb or en
 * @param deadlines addresses of those who see to what must be answered in time; cannot be declined
 * @param digests of those who want to know once a working day what failed and what is to be done
 * @param settlements of those who keep the document of each settlement
 */
public record Mailing(String language, List<String> deadlines, List<String> digests, List<String> settlements) {

    /** What holds for a creditor whose file says nothing. */
    public static final Mailing NOBODY = new Mailing(null, null, null, null);

    public Mailing {
        language = language == null ? "nb" : language;
        deadlines = deadlines == null ? List.of() : List.copyOf(deadlines);
        digests = digests == null ? List.of() : List.copyOf(digests);
        settlements = settlements == null ? List.of() : List.copyOf(settlements);
    }

    /** The language as Java has it. */
    public Locale locale() {
        return Texts.language(language);
    }
}
