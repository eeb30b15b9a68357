package no.kravbro.sandbox.ecpay;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file: what its name and its first line say, and its records. Time is Oslo's.
 *
 * @param records the lines between the first and the last
 */
record EcFile(String organization, Kind kind, long sequence, LocalDateTime created, List<List<String>> records) {

    static final Pattern NAME = Pattern.compile("EC_([0-9]{9})_([A-Z]{3})_([0-9]{6})_([0-9]{14})\\.csv");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    EcFile {
        created = created.truncatedTo(ChronoUnit.SECONDS);
        records = List.copyOf(records);
    }

    String name() {
        return "EC_%s_%s_%06d_%s.csv".formatted(organization, kind, sequence, STAMP.format(created));
    }

    byte[] bytes() {
        return Csv.write(lines());
    }

    List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        boolean ours = kind.fromAgency();
        String number = Long.toString(sequence);
        lines.add(List.of(
                "HDR",
                kind.name(),
                "1",
                organization,
                ours ? "ECPAY" : "KRAVBRO",
                ours ? "KRAVBRO" : "ECPAY",
                number,
                Kroner.time(created)));
        lines.addAll(records);
        lines.add(List.of("TRL", number, Integer.toString(records.size()), Kroner.of(sum())));
        return lines;
    }

    long sum() {
        return records.stream()
                .mapToLong(cells -> Kroner.ore(Kind.of(cells.get(0)).sum(cells)))
                .sum();
    }

    /** Reads a file that must be right as a whole; throws {@link FileFault}. */
    static EcFile read(String name, byte[] bytes) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new FileFault("HDR", "Ugyldig filnavn");
        }
        List<List<String>> lines = Csv.read(bytes);
        EcFile file = new EcFile(
                parts.group(1),
                Kind.of(parts.group(2)),
                Long.parseLong(parts.group(3)),
                LocalDateTime.parse(parts.group(4), STAMP),
                lines.subList(1, Math.max(1, lines.size() - 1)));
        file.check(lines);
        return file;
    }

    private void check(List<List<String>> lines) {
        for (List<String> cells : records) {
            Kind record = Kind.of(cells.get(0));
            if (!kind.holds(record) || cells.size() != record.columns()) {
                throw new FileFault(cells.get(0), "Ukjent post eller feil antall felt");
            }
        }
        try {
            if (!lines.get(0).equals(lines().get(0))) {
                throw new FileFault("HDR", "Første linje stemmer ikke med filnavnet");
            }
            if (!lines.get(lines.size() - 1).equals(lines().get(lines.size() - 1))) {
                throw new FileFault("TRL", "Kontrollsum stemmer ikke");
            }
        } catch (IllegalArgumentException notAnAmount) {
            throw new FileFault("TRL", "Ugyldig beløp");
        }
    }
}
