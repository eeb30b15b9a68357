package no.kravbro.money;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and days the way Norwegians read them: {@code 12 500,00} with no-break spaces, {@code 21.11.2026}. */
public final class NorwegianFormat {

    /** Stands between groups of three digits and before the unit, so that an amount never breaks over two lines. */
    public static final char NO_BREAK_SPACE = '\u00a0';

    /** The typographic minus, which neither breaks from its number nor passes for a hyphen. */
    public static final char MINUS = '\u2212';

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final int GROUP = 3;

    private NorwegianFormat() {}

    /** An amount in øre as kroner with two decimals, without unit. */
    public static String amount(long ore) {
        String digits = Money.decimal(ore).abs().toPlainString().replace('.', ',');
        StringBuilder text = new StringBuilder(digits);
        for (int at = digits.indexOf(',') - GROUP; at > 0; at -= GROUP) {
            text.insert(at, NO_BREAK_SPACE);
        }
        if (ore < 0) {
            text.insert(0, MINUS);
        }
        return text.toString();
    }

    /** An amount in øre with its unit: {@code 12 500,00 kr}. */
    public static String kroner(long ore) {
        return amount(ore) + NO_BREAK_SPACE + "kr";
    }

    /** A day: {@code 21.11.2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }
}
