package no.kravbro.agency.file;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a file: {@code EC_310245674_SAK_000042_20260115060000.csv}.
 *
 * @param number counted per organization and kind, from 1
 * @param created Oslo time, whole seconds
 */
public record FileName(String prefix, String organization, String kind, long number, LocalDateTime created) {

    private static final Pattern FORM = Pattern.compile("([A-Z]+)_([0-9]{9})_([A-Z]{3})_([0-9]{6})_([0-9]{14})\\.csv");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    public FileName {
        created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Nothing when it is no such name: half-written files have another. */
    public static Optional<FileName> parse(String name) {
        Matcher parts = FORM.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime created = LocalDateTime.parse(parts.group(5), STAMP);
            FileName parsed = new FileName(
                    parts.group(1), parts.group(2), parts.group(3), Long.parseLong(parts.group(4)), created);
            return Optional.of(parsed);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "%s_%s_%s_%06d_%s.csv".formatted(prefix, organization, kind, number, STAMP.format(created));
    }
}
