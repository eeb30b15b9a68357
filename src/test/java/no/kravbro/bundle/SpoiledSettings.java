package no.kravbro.bundle;

import static no.kravbro.bundle.Specimen.ANSWERS;
import static no.kravbro.bundle.Specimen.PROFILE;

import java.util.stream.Stream;

/** Profiles and answer tables that the lint refuses, with the beginning of the complaint that each must draw. */
final class SpoiledSettings {

    private static final String ROWS = "    rows:\n";

    private static final String FORMAT =
            """
            prefix: AG
            version: "1"
            us: KRAVBRO
            them: AGO
            records:
              INB:
                columns: [REFERANSE, BELOP]
                sum: BELOP
            """;

    private SpoiledSettings() {}

    static Stream<Spoiled> all() {
        return Stream.of(
                new Spoiled(
                        "a table of answers that names no mapping",
                        "ago/agency.yaml",
                        PROFILE.replace(ROWS, "    map: ago/map/gone.jslt\n" + ROWS),
                        "ago/agency.yaml:" + lineOf(ROWS) + ": mapping: there is no mapping ago/map/gone.jslt"),
                new Spoiled(
                        "a meaning that is none",
                        "ago/agency.yaml",
                        PROFILE.replace("HANDED_OVER}", "FINE}"),
                        "ago/agency.yaml:" + lineOf("      - {status: 202") + ": profile: 'FINE' is not one of ["),
                new Spoiled(
                        "an unknown field of a profile",
                        "ago/agency.yaml",
                        PROFILE + "colour: red\n",
                        "ago/agency.yaml:" + (PROFILE.lines().count() + 1) + ": profile"),
                new Spoiled(
                        "a profile that cannot be worked with",
                        "ago/agency.yaml",
                        PROFILE.replace("batchSize: 100", "batchSize: 0"),
                        "ago/agency.yaml: profile: field 'batchSize' must be 1 to 100"),
                new Spoiled(
                        "an answer table of an agency without its end",
                        "ago/agency.yaml",
                        PROFILE.replaceFirst(" +- \\{status: 0.*\n", ""),
                        "ago/agency.yaml: profile: field 'answers.submit-claim.rows' must end"),
                new Spoiled(
                        "an answer table without its end",
                        "books/answers.yaml",
                        ANSWERS.replaceFirst(" +- \\{status: 0.*\n", ""),
                        "books/answers.yaml: answers: field 'book-voucher.rows' must end"),
                new Spoiled(
                        "an unknown meaning of an answer",
                        "books/answers.yaml",
                        ANSWERS.replace("READ", "GUESS"),
                        "books/answers.yaml: answers: field 'book-voucher.rows.[0].meaning' cannot be read"));
    }

    static Stream<Spoiled> formats() {
        return Stream.of(
                new Spoiled(
                        "records without a control sum",
                        "ago/files.yaml",
                        FORMAT.replace("    sum: BELOP\n", ""),
                        "ago/files.yaml: files: field 'records.INB.sum' is missing; name the column"),
                new Spoiled(
                        "a control sum of no column",
                        "ago/files.yaml",
                        FORMAT.replace("sum: BELOP", "sum: SUM"),
                        "ago/files.yaml: files: field 'records.INB.sum' names no column"),
                new Spoiled(
                        "records without columns",
                        "ago/files.yaml",
                        FORMAT.replace("[REFERANSE, BELOP]", ""),
                        "ago/files.yaml: files: field 'records.INB.columns' is missing"),
                new Spoiled(
                        "a column twice",
                        "ago/files.yaml",
                        FORMAT.replace("REFERANSE", "BELOP"),
                        "ago/files.yaml: files: field 'records.INB.columns' names a column twice"),
                new Spoiled(
                        "no records at all",
                        "ago/files.yaml",
                        FORMAT.substring(0, FORMAT.indexOf("records")),
                        "ago/files.yaml: files: field 'records' is missing"));
    }

    private static long lineOf(String words) {
        return PROFILE.substring(0, PROFILE.indexOf(words)).lines().count() + 1;
    }
}
