package no.kravbro.claim.rates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One data file: rows of first day, last day or nothing, values, source and day of entry between semicolons; lines that begin with
 * a hash sign are for people. A hyphen instead of the first day means that the day is not known yet. Faults throw
 * {@link IllegalArgumentException} with file and row.
 */
final class RateFile {

    private static final String NOT_YET = "-";
    private static final int BESIDE_VALUES = 4;

    private final String name;
    private final List<List<String>> rows;

    private RateFile(String name, List<List<String>> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** The file as it is delivered with the product. */
    static RateFile delivered(String name) {
        InputStream in = RateFile.class.getResourceAsStream("/rates/" + name);
        if (in == null) {
            throw new IllegalArgumentException("rates/" + name + " is missing");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return of(name, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RateFile of(String name, List<String> lines) {
        return new RateFile(
                name,
                lines.stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> Arrays.stream(line.split(";", -1))
                                .map(String::strip)
                                .toList())
                        .toList());
    }

    /** Rows of one value. */
    <T> RateTable<T> table(Function<String, T> value) {
        return new RateTable<>(name, dated(1, values -> value.apply(values.get(0))));
    }

    /** Every row whose first day is known. */
    <T> List<Dated<T>> dated(int values, Function<List<String>, T> value) {
        return rows.stream()
                .filter(row -> !row.get(0).equals(NOT_YET))
                .map(row -> dated(row, values, value))
                .toList();
    }

    private <T> Dated<T> dated(List<String> row, int values, Function<List<String>, T> value) {
        if (row.size() != values + BESIDE_VALUES || row.get(values + 2).isEmpty()) {
            throw new IllegalArgumentException(
                    "rates/" + name + " " + row + ": first day, last day, " + values + " values, source, day of entry");
        }
        try {
            LocalDate to = row.get(1).isEmpty() ? null : LocalDate.parse(row.get(1));
            return new Dated<>(
                    LocalDate.parse(row.get(0)),
                    to,
                    value.apply(row.subList(2, 2 + values)),
                    row.get(values + 2),
                    LocalDate.parse(row.get(values + 3)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("rates/" + name + " " + row + ": " + e.getMessage(), e);
        }
    }
}
