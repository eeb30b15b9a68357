package no.kravbro.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds arithmetic on amounts in a mapping: an operator beside something that is called an amount, an operator inside
 * {@code ore(...)} or {@code kroner(...)}, or a summing or rounding function over an amount.
 */
final class AmountArithmetic {

    private static final Pattern TOKEN =
            Pattern.compile("//[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"|[\\w$.:-]*\\w|\\.|[-+*/(){}\\[\\],:=<>!|]|\\n");
    private static final Pattern AMOUNT = Pattern.compile("(?i).*(amount|bel(o|ø)p|kroner)\\w*|.*Ore|ore");
    private static final Set<String> EXACT = Set.of("ore", "kroner");
    private static final Set<String> COMPUTING = Set.of("sum", "round", "floor", "ceiling", "mod", "number");
    private static final Set<String> OPERATORS = Set.of("+", "-", "*", "/");
    private static final Set<String> BOUNDARIES =
            Set.of(",", ":", "{", "}", "=", "<", ">", "!", "|", "+", "-", "*", "/");

    private record Token(String text, int line) {}

    private final List<Token> tokens;

    private AmountArithmetic(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Lines with arithmetic on amounts, counted from 1. */
    static Set<Integer> linesOf(String mapping) {
        return new AmountArithmetic(tokenize(mapping)).find();
    }

    private static List<Token> tokenize(String mapping) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(mapping);
        int line = 1;
        while (matcher.find()) {
            String text = matcher.group();
            if (text.equals("\n")) {
                line++;
            } else if (!text.startsWith("//")) {
                tokens.add(new Token(text.startsWith("\"") ? "\"" : text, line));
            }
        }
        return tokens;
    }

    private Set<Integer> find() {
        Set<Integer> lines = new TreeSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean call = i + 1 < tokens.size() && text(i + 1).equals("(");
            List<String> inside = call ? inside(i + 1) : List.of();
            boolean operator = isBinary(i) && (mentionsAmount(left(i)) || mentionsAmount(right(i)));
            boolean exact = EXACT.contains(token.text) && inside.stream().anyMatch(OPERATORS::contains);
            boolean computing = COMPUTING.contains(token.text) && mentionsAmount(inside);
            if (operator || exact || computing) {
                lines.add(token.line);
            }
        }
        return lines;
    }

    /** An operator stands behind a value; the {@code *} of a matcher stands behind a brace or a comma. */
    private boolean isBinary(int i) {
        if (!OPERATORS.contains(text(i)) || i == 0 || i + 1 == tokens.size()) {
            return false;
        }
        String before = text(i - 1);
        return before.equals(")") || before.equals("]") || !BOUNDARIES.contains(before) && !before.equals("(");
    }

    private List<String> left(int i) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        for (int j = i - 1; j >= 0; j--) {
            depth += depthOf(text(j), ")", "(");
            if (depth < 0 || depth == 0 && BOUNDARIES.contains(text(j))) {
                break;
            }
            found.add(text(j));
        }
        return found;
    }

    private List<String> right(int i) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        for (int j = i + 1; j < tokens.size(); j++) {
            depth += depthOf(text(j), "(", ")");
            if (depth < 0 || depth == 0 && BOUNDARIES.contains(text(j))) {
                break;
            }
            found.add(text(j));
        }
        return found;
    }

    private List<String> inside(int open) {
        List<String> found = new ArrayList<>();
        int depth = 0;
        for (int j = open; j < tokens.size(); j++) {
            depth += depthOf(text(j), "(", ")");
            if (depth == 0) {
                break;
            }
            found.add(text(j));
        }
        return found;
    }

    private static int depthOf(String text, String opening, String closing) {
        return text.equals(opening) ? 1 : text.equals(closing) ? -1 : 0;
    }

    private static boolean mentionsAmount(List<String> texts) {
        return texts.stream().anyMatch(text -> AMOUNT.matcher(text).matches());
    }

    private String text(int i) {
        return tokens.get(i).text;
    }
}
