package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleArchiveTest {

    @TempDir
    Path folder;

    private Path routes;

    @BeforeEach
    void twoFiles() throws IOException {
        routes = folder.resolve("routes");
        Files.createDirectories(routes.resolve("agency/map/samples"));
        Files.writeString(routes.resolve("agency/agency.yaml"), "name: Blåbær\n");
        Files.writeString(routes.resolve("agency/map/claim.jslt"), "{}");
        Files.writeString(routes.resolve("agency/map/samples/claim.in.json"), "{}");
        Files.writeString(routes.resolve("README.md"), "the map");
    }

    @Test
    void holdsTheBundleWithItsHashesFirst() throws IOException {
        Path file = pack("out");

        Map<String, String> entries = unpack(file);
        assertThat(entries.keySet()).containsExactly("manifest.json", "agency/agency.yaml", "agency/map/claim.jslt");
        assertThat(entries).containsEntry("agency/agency.yaml", "name: Blåbær\n");
        JsonNode manifest = new ObjectMapper().readTree(entries.get("manifest.json"));
        assertThat(manifest.path("name").asText()).isEqualTo("kravbro-routes");
        assertThat(manifest.path("needsProduct").asText()).isEqualTo("1.2.3");
        // sha256sum of the two bytes {}
        assertThat(manifest.path("sha256").path("agency/map/claim.jslt").asText())
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assertThat(file)
                .hasFileName("kravbro-routes-" + manifest.path("version").asText() + ".zip");
    }

    @Test
    void sameFilesMakeTheSameBytes() throws IOException {
        Path first = pack("first");
        try (Stream<Path> files = Files.walk(routes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            }
        }

        assertThat(pack("second")).hasSameBinaryContentAs(first);
    }

    @Test
    void anotherTextIsAnotherVersion() throws IOException {
        Path first = pack("out");
        Files.writeString(routes.resolve("agency/map/claim.jslt"), "{ }");

        assertThat(pack("out").getFileName()).isNotEqualTo(first.getFileName());
    }

    @Test
    void nothingToPackIsRefused() {
        Snapshot empty = new Snapshot(new TreeMap<>());

        assertThatThrownBy(() -> new BundleArchive(empty, "1.2.3")).hasMessage("There is no route file to pack");
    }

    @Test
    void commandLineNamesTheProductVersionOfTheBuild() throws IOException {
        Path out = folder.resolve("out");

        BundleArchive.main(new String[] {routes.toString(), out.toString()});

        try (Stream<Path> files = Files.list(out)) {
            assertThat(unpack(files.findFirst().orElseThrow()).get("manifest.json"))
                    .containsPattern("\"needsProduct\" : \"\\d+\\.\\d+\\.\\d+");
        }
    }

    private Path pack(String name) {
        return new BundleArchive(Snapshot.of(routes), "1.2.3").writeTo(folder.resolve(name));
    }

    private static Map<String, String> unpack(Path file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
