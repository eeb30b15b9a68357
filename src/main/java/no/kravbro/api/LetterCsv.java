package no.kravbro.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.money.NorwegianFormat;
import org.springframework.stereotype.Service;

/**
 * Dead letters as a table for a spreadsheet: semicolons, a mark for UTF-8 in front, no cell that a spreadsheet would take for a
 * formula, no national identity number.
 */
@Service
public class LetterCsv {

    /** Most lines of one table; over that a filter is needed. */
    public static final int MOST = 10_000;

    private static final String UTF_8 = "\uFEFF";
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private final DeadLetters letters;
    private final Texts texts;

    LetterCsv(DeadLetters letters, Texts texts) {
        this.letters = letters;
        this.texts = texts;
    }

    /** A whole table, as text. */
    public record Csv(String text) {}

    public Csv of(LetterFilter filter, Locale language) {
        Stream<String> lines = letters.list(filter.part(0, MOST)).stream().map(letter -> line(letter, language));
        return new Csv(UTF_8 + Stream.concat(Stream.of(heads(language)), lines).collect(Collectors.joining(END)) + END);
    }

    private String heads(Locale language) {
        return Stream.of(
                        "id",
                        "since",
                        "subject",
                        "creditor",
                        "target",
                        "claim",
                        "kroner",
                        "state",
                        "owner",
                        "title",
                        "detail")
                .map(head -> cell(texts.of("csv." + head, language)))
                .collect(Collectors.joining(";"));
    }

    private String line(DeadLetter letter, Locale language) {
        List<String> cells = List.of(
                Long.toString(letter.id()),
                letter.since().toString(),
                letter.subject(),
                Objects.requireNonNullElse(letter.creditorId(), ""),
                Objects.requireNonNullElse(letter.agency(), ""),
                Objects.requireNonNullElse(letter.claimKey(), ""),
                NorwegianFormat.amount(letter.amountOre()).replaceAll("\\s|\u00a0", ""),
                letter.state().name(),
                letter.owner().name(),
                texts.of(letter.cause().titleKey(), language),
                Objects.requireNonNullElse(letter.detail(), ""));
        return cells.stream().map(LetterCsv::cell).collect(Collectors.joining(";"));
    }

    /** An apostrophe in front tells a spreadsheet that it is text; numbers keep their sign. */
    static String cell(String text) {
        String masked = Masking.mask(text);
        boolean formula =
                !masked.isEmpty() && FORMULA.indexOf(masked.charAt(0)) >= 0 && !masked.matches("-[0-9]+(,[0-9]+)?");
        return "\"" + (formula ? "'" : "") + masked.replace("\"", "\"\"") + "\"";
    }
}
