package no.kravbro.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Text of a content-based router with one more agency in it. */
final class RouterLine {

    private RouterLine() {}

    /** The {@code when} of one agency once more, for another, right behind it. */
    static String add(String text, String model, String name) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int condition = 0;
        while (!lines.get(condition).contains("== '" + model + "'")) {
            condition++;
        }
        int begin = condition;
        while (!lines.get(begin).strip().equals("- expression:")) {
            begin--;
        }
        int indent = indent(lines.get(begin));
        int end = begin + 1;
        while (indent(lines.get(end)) > indent) {
            end++;
        }
        List<String> one = lines.subList(begin, end).stream()
                .map(line -> line.replaceAll("\\b" + model + "\\b", name))
                .toList();
        lines.addAll(end, one);
        return String.join("\n", lines) + "\n";
    }

    /** In the comment about callers and called, the new agency's routes stand beside those of the one it is like. */
    static String mention(String text, String model, String name) {
        int end = text.indexOf("\n- ");
        String comment =
                text.substring(0, end).replaceAll("\\b" + model + "\\.([a-z-]+)", model + ".$1, " + name + ".$1");
        return comment + text.substring(end);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
