package no.kravbro.bundle;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds arithmetic in a stylesheet: an operator between spaces inside an attribute, or a summing or rounding function. */
final class XsltArithmetic {

    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\b(?:select|test|use-when|match|group-by|as)\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern COMPUTES = Pattern.compile(
            "\\s(?:\\+|-|\\*|div|idiv|mod)\\s|\\b(?:sum|avg|round|floor|ceiling|number|format-number|xs:double|xs:float)\\s*\\(");
    private static final Pattern TEXT = Pattern.compile("'[^']*'");

    private XsltArithmetic() {}

    /** Lines with arithmetic, counted from 1. */
    static Set<Integer> linesOf(String stylesheet) {
        Set<Integer> lines = new TreeSet<>();
        Matcher attribute = ATTRIBUTE.matcher(stylesheet);
        while (attribute.find()) {
            String expression = attribute.group(1);
            String code = expression.startsWith("'")
                    ? expression
                    : TEXT.matcher(expression).replaceAll("''");
            Matcher computes = COMPUTES.matcher(code);
            if (computes.find()) {
                String before = stylesheet.substring(0, attribute.start(1));
                lines.add((int) before.chars().filter(c -> c == '\n').count() + 1);
            }
        }
        return lines;
    }
}
