package no.kravbro.bundle;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a stylesheet reaches for what is not its document: other files, addresses, the environment, other programs. */
final class XsltReach {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern REACHES = Pattern.compile(
            "(?<![\\w.:-])(?:fn:)?(?:doc|doc-available|document|collection|uri-collection|json-doc|unparsed-text(?:-lines|-available)?"
                    + "|environment-variable|available-environment-variables|stream-available|transform|load-xquery-module)\\s*\\("
                    + "|<xsl:(?:result-document|source-document|evaluate)\\b");

    private XsltReach() {}

    /** Lines that do, counted from 1. */
    static Set<Integer> linesOf(String stylesheet) {
        // Comments keep their line breaks, so that lines count as in the file.
        String code = COMMENT.matcher(stylesheet)
                .replaceAll(comment -> "\n".repeat((int) comment.group().lines().count() - 1));
        Set<Integer> lines = new TreeSet<>();
        Matcher reaches = REACHES.matcher(code);
        while (reaches.find()) {
            lines.add((int) code.substring(0, reaches.start()).lines().count());
        }
        return lines;
    }
}
