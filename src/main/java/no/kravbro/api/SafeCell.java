package no.kravbro.api;

/** A cell of a CSV file that a spreadsheet takes for text or a number, and never for a formula. */
final class SafeCell {

    private static final String AMOUNT = "-?[0-9]+,[0-9]{2}";
    private static final String BEGINS_A_FORMULA = "(?s)[=+\\-@\\t\\r\\n|%].*";

    private SafeCell() {}

    static String of(String text) {
        String value = text == null ? "" : text;
        if (!value.matches(AMOUNT) && value.strip().matches(BEGINS_A_FORMULA)) {
            value = "'" + value;
        }
        return value.matches("(?s).*[;\"\\r\\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
