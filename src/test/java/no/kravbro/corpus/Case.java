package no.kravbro.corpus;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One bad input: {@code <name>.in*} holds its bytes, {@code <name>.yaml} what must come of it. */
record Case(Door door, String name, Side side, byte[] bytes) {

    static final Path CORPUS = Path.of("src/test/resources/corpus");

    private static final String SIDE = ".yaml";
    private static final String INPUT = ".in";
    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** All of a door, in the order of their names. */
    static List<Case> of(Door door) {
        Path folder = CORPUS.resolve(door.folder());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SIDE) && !name.contains(INPUT) && !name.equals("feeds" + SIDE))
                    .sorted()
                    .map(name -> read(door, folder, name.substring(0, name.length() - SIDE.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Door door, Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            Path input = files.filter(file -> file.getFileName().toString().startsWith(name + INPUT))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(door.folder() + "/" + name + " has no input"));
            Side side = YAML.readValue(folder.resolve(name + SIDE).toFile(), Side.class);
            return new Case(door, name, side, Files.readAllBytes(input));
        } catch (IOException e) {
            throw new UncheckedIOException(door.folder() + "/" + name, e);
        }
    }

    /** The input with its words filled in. */
    byte[] input(Fill fill) {
        return fill.in(bytes);
    }

    @Override
    public String toString() {
        return name + ": " + side.wrong();
    }
}
