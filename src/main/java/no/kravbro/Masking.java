package no.kravbro;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides national identity numbers in text that leaves the product. Eleven digits whose first six can be a date count as
 * one, check digits or not, because a mistyped number still points at a person; also D-numbers (day + 40) and the
 * synthetic series (month + 40, + 65, + 80). Better a payment reference hidden too much than a person shown.
 */
public final class Masking {

    static final String MASK = "***********";

    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})[ \\u00A0.-]?[0-9]{5}(?![0-9])");
    private static final int LAST_DAY = 31;
    private static final int LAST_MONTH = 12;
    private static final int D_NUMBER = 40;
    private static final int[] MONTH_SERIES = {0, 40, 65, 80};

    private Masking() {}

    /** The text without identity numbers; null stays null. */
    public static String mask(String text) {
        return text == null
                ? null
                : CANDIDATE
                        .matcher(text)
                        .replaceAll(match -> couldBePerson(match.group(1), match.group(2))
                                ? MASK
                                : Matcher.quoteReplacement(match.group()));
    }

    private static boolean couldBePerson(String dayPart, String monthPart) {
        int day = Integer.parseInt(dayPart);
        int month = Integer.parseInt(monthPart);
        return isDay(day) && isMonth(month);
    }

    private static boolean isDay(int day) {
        return within(day, LAST_DAY) || within(day - D_NUMBER, LAST_DAY);
    }

    private static boolean isMonth(int month) {
        for (int added : MONTH_SERIES) {
            if (within(month - added, LAST_MONTH)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(int number, int last) {
        return number >= 1 && number <= last;
    }
}
