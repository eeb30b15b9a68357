package no.kravbro.agency.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.agency.ProfileException;
import no.kravbro.agency.StrictYaml;

/**
 * The records that an agency's files hold, as data: {@code routes/<agency>/files.yaml}.
 *
 * @param prefix first part of every file name
 * @param version version of the format, as it stands in the first line
 * @param us what we call ourselves there, and {@code them} what the agency is called
 * @param records columns by kind of record
 */
public record FileFormat(String prefix, String version, String us, String them, Map<String, Columns> records) {

    private static final String FILE = "files.yaml";
    private static final int USUAL_LENGTH = 100;

    /**
     * One kind of record.
     *
     * @param columns names in order, without the first column, which is the kind
     * @param sum the column that the last line's control sum adds up
     * @param in the kind of file that holds it, or null for a file of its own name
     * @param longest most characters by column, where it is not the usual 100
     */
    public record Columns(List<String> columns, String sum, String in, Map<String, Integer> longest) {

        int longest(String column) {
            return longest == null ? USUAL_LENGTH : longest.getOrDefault(column, USUAL_LENGTH);
        }
    }

    /** Reads the format of an agency; throws {@link ProfileException} when it is missing or broken. */
    public static FileFormat of(Path routes, String agency) {
        return read(routes.resolve(agency).resolve(FILE));
    }

    /** Whether a file can be read and worked with; throws {@link ProfileException}. */
    public static void check(Path file) {
        read(file);
    }

    private static FileFormat read(Path file) {
        FileFormat format = StrictYaml.read(file, FileFormat.class);
        if (format.records() == null || format.records().isEmpty()) {
            throw new ProfileException(file + ": field 'records' is missing; add it.");
        }
        format.records().forEach((kind, record) -> {
            String at = file + ": field 'records." + kind;
            if (record == null || record.columns() == null || record.columns().isEmpty()) {
                throw new ProfileException(at + ".columns' is missing; add it.");
            }
            if (Set.copyOf(record.columns()).size() < record.columns().size()) {
                throw new ProfileException(at + ".columns' names a column twice; remove one.");
            }
            if (record.sum() == null) {
                throw new ProfileException(at + ".sum' is missing; name the column that the control sum adds up.");
            }
            if (!record.columns().contains(record.sum())) {
                throw new ProfileException(at + ".sum' names no column of it; name one.");
            }
        });
        return format;
    }

    /** The record of a kind that may stand in a file of a kind; throws {@link FileFault}. */
    Columns columns(String kind, String file) {
        Columns found = records.get(kind);
        if (found == null || !file.equals(found.in() == null ? kind : found.in())) {
            throw new FileFault("A record " + kind + " does not belong in a file " + file);
        }
        return found;
    }
}
