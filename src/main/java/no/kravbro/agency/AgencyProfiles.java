package no.kravbro.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The agencies that the routes directory holds: every folder with an {@code agency.yaml}. Read once, and again on
 * {@link #reload()}; a faulty file leaves the last good profiles in force.
 */
public final class AgencyProfiles {

    private static final String FILE = "agency.yaml";

    private final Path routes;
    private volatile Map<String, AgencyProfile> profiles;

    /** @param routes the routes directory; throws {@link ProfileException} when a profile in it is faulty */
    public AgencyProfiles(Path routes) {
        this.routes = routes;
        this.profiles = readAll(routes, (file, fault) -> {
            throw fault;
        });
    }

    /** The profile; throws {@link ProfileException} for an agency without a folder. */
    public AgencyProfile of(String agency) {
        AgencyProfile profile = profiles.get(agency);
        if (profile == null) {
            throw new ProfileException("Agency '" + agency + "' is unknown: use one of " + ids() + " or add "
                    + routes.resolve(agency).resolve(FILE) + ".");
        }
        return profile;
    }

    public Set<String> ids() {
        return profiles.keySet();
    }

    /**
     * Reads all profiles again. A faulty one stays as it was, or out if it is new, and holds up no other.
     *
     * @return what is wrong, one sentence per faulty file
     */
    public List<String> reload() {
        List<String> faults = new ArrayList<>();
        profiles = readAll(routes, (file, fault) -> {
            faults.add(fault.getMessage());
            return profiles.get(file.getParent().getFileName().toString());
        });
        return faults;
    }

    /** Throws {@link ProfileException} in one sentence when the file is no profile to work with. */
    public static void check(Path file) {
        read(file);
    }

    /** Settings that an agency cannot be called without; none when it has no profile that can be read. */
    public static List<String> settings(Path routes, String agency) {
        Path file = routes.resolve(agency).resolve(FILE);
        AgencyProfile profile = Files.isRegularFile(file) ? readOr(file, (path, fault) -> null) : null;
        return profile == null ? List.of() : profile.settings();
    }

    /** The steps a creditor may choose for an agency to start with; all when it has no profile that can be read. */
    public static List<String> firstSteps(Path routes, String agency) {
        Path file = routes.resolve(agency).resolve(FILE);
        AgencyProfile profile = Files.isRegularFile(file) ? readOr(file, (path, fault) -> null) : null;
        return profile == null
                ? ProfileCheck.TAKEOVERS.stream().sorted().toList()
                : profile.capabilities().firstSteps();
    }

    private static Map<String, AgencyProfile> readAll(
            Path routes, BiFunction<Path, ProfileException, AgencyProfile> otherwise) {
        Map<String, AgencyProfile> found = new TreeMap<>();
        try (Stream<Path> folders = Files.list(routes)) {
            folders.map(folder -> folder.resolve(FILE))
                    .filter(Files::isRegularFile)
                    .map(file -> readOr(file, otherwise))
                    .filter(Objects::nonNull)
                    .forEach(profile -> found.put(profile.id(), profile));
        } catch (IOException e) {
            throw new UncheckedIOException("The routes directory " + routes + " cannot be read", e);
        }
        return Map.copyOf(found);
    }

    private static AgencyProfile readOr(Path file, BiFunction<Path, ProfileException, AgencyProfile> otherwise) {
        try {
            return read(file);
        } catch (ProfileException fault) {
            return otherwise.apply(file, fault);
        }
    }

    private static AgencyProfile read(Path file) {
        AgencyProfile profile = StrictYaml.read(file, AgencyProfile.class);
        new ProfileCheck(file, profile).check();
        return profile;
    }
}
