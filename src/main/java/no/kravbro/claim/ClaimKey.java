package no.kravbro.claim;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The natural key of a claim on every wire: creditor organisation number, hyphen, the accounting system's invoice id.
 *
 * @param organizationNumber nine digits
 * @param invoiceId zero or greater
 */
public record ClaimKey(String organizationNumber, long invoiceId) {

    private static final Pattern ORGANIZATION_NUMBER = Pattern.compile("[0-9]{9}");
    private static final Pattern KEY = Pattern.compile("([0-9]{9})-([0-9]{1,19})");

    public ClaimKey {
        if (organizationNumber == null
                || !ORGANIZATION_NUMBER.matcher(organizationNumber).matches()) {
            throw new IllegalArgumentException("Not an organisation number: " + organizationNumber);
        }
        if (invoiceId < 0) {
            throw new IllegalArgumentException("Not an invoice id: " + invoiceId);
        }
    }

    /** Reads a key; throws {@link IllegalArgumentException} when the text is none that {@link #toString} could have made. */
    public static ClaimKey parse(String text) {
        Matcher matcher = KEY.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw notAKey(text);
        }
        ClaimKey key = new ClaimKey(matcher.group(1), invoiceId(matcher.group(2), text));
        if (!key.toString().equals(text)) {
            // Leading zeros: the far side would hold it for another key than ours.
            throw notAKey(text);
        }
        return key;
    }

    private static long invoiceId(String digits, String text) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(notAKey(text).getMessage(), e);
        }
    }

    private static IllegalArgumentException notAKey(String text) {
        return new IllegalArgumentException("Not a claim key (organisation number-invoice id): " + text);
    }

    @Override
    public String toString() {
        return organizationNumber + "-" + invoiceId;
    }
}
