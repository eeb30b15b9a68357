package no.kravbro.agency.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        Path file = routes.resolve(agency).resolve(FILE);
        FileFormat format = StrictYaml.read(file, FileFormat.class);
        format.records().forEach((kind, record) -> {
            if (!record.columns().contains(record.sum())) {
                throw new ProfileException(file + ": field 'records." + kind + ".sum' names no column of it.");
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
