package no.kravbro.agency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        this.profiles = readAll(routes);
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

    /** Reads all profiles again; throws {@link ProfileException} and changes nothing when one is faulty. */
    public void reload() {
        profiles = readAll(routes);
    }

    private static Map<String, AgencyProfile> readAll(Path routes) {
        Map<String, AgencyProfile> found = new TreeMap<>();
        try (Stream<Path> folders = Files.list(routes)) {
            folders.map(folder -> folder.resolve(FILE))
                    .filter(Files::isRegularFile)
                    .forEach(file -> {
                        AgencyProfile profile = read(file);
                        found.put(profile.id(), profile);
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("The routes directory " + routes + " cannot be read", e);
        }
        return Map.copyOf(found);
    }

    private static AgencyProfile read(Path file) {
        AgencyProfile profile = StrictYaml.read(file, AgencyProfile.class);
        new ProfileCheck(file, profile).check();
        return profile;
    }
}
