package no.kravbro.sandbox.ecpay;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Amounts and days as they stand in a file. */
final class Kroner {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss");

    private Kroner() {}

    /** Decimal comma, two decimals, never {@code -0,00}. */
    static String of(long ore) {
        long whole = Math.abs(ore) / 100;
        long rest = Math.abs(ore) % 100;
        return (ore < 0 ? "-" : "") + whole + "," + (rest < 10 ? "0" : "") + rest;
    }

    static long ore(String text) {
        if (!text.matches("-?[0-9]+,[0-9]{2}") || text.equals("-0,00")) {
            throw new IllegalArgumentException("Not an amount: " + text);
        }
        return Long.parseLong(text.replace(",", ""));
    }

    static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text, DAY);
    }

    static String time(LocalDateTime time) {
        return TIME.format(time);
    }
}
