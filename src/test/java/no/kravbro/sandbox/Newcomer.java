package no.kravbro.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An agency beyond the four, as {@code neighbours.yaml} tells of it: it speaks as one of them does, until somebody writes it
 * a simulation of its own.
 *
 * @param like id of the agency whose simulation it runs
 * @param reference what it calls its creditor
 * @param company of its creditor in Tripletex
 * @param creditor our id of that creditor
 */
public record Newcomer(
        String name,
        String like,
        int port,
        String reference,
        String creditor,
        long company,
        String organizationNumber,
        String creditorName) {

    /** Where they stand, seen from the project. */
    public static final Path FILE = Path.of("src/test/resources/sandbox/neighbours.yaml");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    /**
     * True for a route of an agency that still speaks as another does: the tests of the other one prove it, and the test of
     * {@code make agency} that a copy works.
     */
    public static boolean copied(String routeId) {
        return read(FILE).stream().anyMatch(newcomer -> routeId.startsWith(newcomer.name() + "."));
    }

    /** Those of a file. */
    public static List<Newcomer> read(Path file) {
        try {
            List<Newcomer> all = YAML.readValue(Files.readString(file), new TypeReference<>() {});
            return all == null ? List.of() : all;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
