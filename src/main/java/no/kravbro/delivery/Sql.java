package no.kravbro.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import no.kravbro.Masking;

/** Small conversions between Java and the columns of our tables. */
public final class Sql {
    private static final int DETAIL = 1000;

    private Sql() {}

    /**
     * For a {@code timestamp with time zone} column; null stays null. Cut to what the column holds: the database would round,
     * half of the time to a moment that has not come yet, and where time stands still it never comes.
     */
    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** From a {@code timestamp with time zone} column; null stays null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** From a nullable bigint column. */
    public static Long number(ResultSet row, String column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Without national identity numbers, cut to what a detail column holds. */
    public static String detail(String text) {
        String masked = Masking.mask(text);
        return masked == null ? null : masked.substring(0, Math.min(masked.length(), DETAIL));
    }

    /** SHA-256 in hexadecimal. */
    public static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** SHA-256 in hexadecimal of a text in UTF-8. */
    public static String hash(String content) {
        return hash(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A statement kept in a file below {@code sql/}, as it stands there. */
    static String file(String path) {
        try (var in = Sql.class.getResourceAsStream("/sql/" + path)) {
            if (in == null) {
                throw new NoSuchFileException("sql/" + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read statement " + path, e);
        }
    }
}
