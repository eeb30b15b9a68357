package no.kravbro.agency;

import java.util.regex.Pattern;

/** Makes the far side's words fit to be kept: short, on one line, without national ids, numbers of accounts or addresses. */
final class Scrub {

    private static final int LONGEST = 300;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{6}[ .]?\\d{5}|\\d{8,}");
    private static final Pattern MAIL = Pattern.compile("[^\\s<>,;]+@[^\\s<>,;]+");

    private Scrub() {}

    static String text(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        line = LONG_NUMBER.matcher(line).replaceAll("…");
        line = MAIL.matcher(line).replaceAll("…");
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }
}
