package no.kravbro.agency;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answer tables of every far side by call name: an agency's stand in its profile, those of a far side that is no
 * agency (the accounting system) in {@code routes/<target>/answers.yaml}.
 */
public final class AnswerTables {

    private static final String FILE = "answers.yaml";

    private final AgencyProfiles profiles;
    private final Path routes;
    private final String accounting;
    private volatile Map<String, AnswerTable> ours;

    /**
     * @param accounting folder of the accounting system below the routes directory; throws {@link ProfileException} when
     *     its tables are faulty
     */
    public AnswerTables(AgencyProfiles profiles, Path routes, String accounting) {
        this.profiles = profiles;
        this.routes = routes;
        this.accounting = accounting;
        this.ours = read(routes.resolve(accounting).resolve(FILE));
    }

    /** One key per call. */
    private static final class Calls {
        @JsonAnySetter
        private final Map<String, AnswerTable> tables = new TreeMap<>();
    }

    /** The table of a call; throws {@link ProfileException} when the target has none for it. */
    public AnswerTable of(String target, String call) {
        Map<String, AnswerTable> tables =
                target.equals(accounting) ? ours : profiles.of(target).answers();
        AnswerTable table = tables.get(call);
        if (table == null) {
            throw new ProfileException(
                    routes.resolve(target) + " has no answer table '" + call + "': add one, or correct the route.");
        }
        return table;
    }

    /**
     * Reads the accounting system's tables again; the last good ones stay when the file is faulty.
     *
     * @return what is wrong with the file, in one sentence
     */
    public Optional<String> reload() {
        try {
            ours = read(routes.resolve(accounting).resolve(FILE));
            return Optional.empty();
        } catch (ProfileException fault) {
            return Optional.of(fault.getMessage());
        }
    }

    /** Throws {@link ProfileException} in one sentence when the file holds no tables to work with. */
    public static void check(Path file) {
        read(file);
    }

    private static Map<String, AnswerTable> read(Path file) {
        Map<String, AnswerTable> tables =
                Files.isDirectory(file.getParent()) ? StrictYaml.read(file, Calls.class).tables : Map.of();
        tables.forEach((call, table) -> ProfileCheck.checkTable(file, call, table));
        return Map.copyOf(tables);
    }
}
