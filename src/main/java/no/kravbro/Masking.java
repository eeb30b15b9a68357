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

    /** A whole id of a message is taken first: eleven of its twelve last signs are digits once in two hundred times. */
    private static final String UUID = "\\b(?i:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\b";

    private static final Pattern CANDIDATE =
            Pattern.compile(UUID + "|(?<![0-9])([0-9]{2})([0-9]{2})([0-9]{2})[ \\u00A0.-]?[0-9]{5}(?![0-9])");
    private static final int[] FIRST = {3, 7, 6, 1, 8, 9, 4, 5, 2, 1};
    private static final int[] SECOND = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1};
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

    /** Whether a number with the check digits of a national identity number stands in a text: in documents that cannot be masked. */
    public static boolean holdsIdentityNumber(String text) {
        Matcher found = CANDIDATE.matcher(text);
        while (found.find()) {
            String digits = found.group().replaceAll("[^0-9]", "");
            if (couldBePerson(found.group(1), found.group(2)) && checks(digits, FIRST) && checks(digits, SECOND)) {
                return true;
            }
        }
        return false;
    }

    /** Modulus 11; the last weight is that of the check digit itself. */
    private static boolean checks(String digits, int[] weights) {
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += weights[at] * Character.digit(digits.charAt(at), 10);
        }
        return sum % 11 == 0;
    }

    private static boolean couldBePerson(String dayPart, String monthPart) {
        if (dayPart == null) {
            return false;
        }
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
