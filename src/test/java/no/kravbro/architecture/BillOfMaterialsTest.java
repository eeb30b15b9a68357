package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `make jar` is refused when the jar is not made of what it says; here is what is refused. */
@Tag("check")
class BillOfMaterialsTest {

    private static final String BILL =
            "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":\"tink\",\"version\":\"1.24.0\",\"hashes\":[{}],"
                    + "\"purl\":\"pkg:maven/com.google.crypto.tink/tink@1.24.0?type=jar\"},{\"name\":\"quartz\","
                    + "\"version\":\"2\",\"hashes\":[{}],\"purl\":\"pkg:maven/q/quartz@2?classifier=core&type=jar\"}]}";

    @TempDir
    private Path folder;

    private static JsonNode read(String bill) throws IOException {
        return new ObjectMapper().readTree(bill);
    }

    @Test
    void namesWhatIsThereAndNothingElse() throws IOException {
        Set<String> libraries = Set.of("tink-1.24.0.jar", "quartz-2-core.jar");
        assertThat(BillOfMaterials.complaints(read(BILL), libraries)).isEmpty();
        assertThat(BillOfMaterials.complaints(read(BILL), Set.of("tink-1.24.0.jar")))
                .containsExactly("Not there: quartz-2-core.jar");
        assertThat(BillOfMaterials.complaints(
                        read(BILL), Set.of("tink-1.24.0.jar", "quartz-2-core.jar", "smuggled-1.jar")))
                .containsExactly("Not named: smuggled-1.jar");
        assertThat(BillOfMaterials.complaints(read(BILL.replaceFirst("\\{}", "")), libraries))
                .containsExactly("Without hash or address: tink-1.24.0.jar");
        assertThat(BillOfMaterials.complaints(read("{}"), Set.of())).containsExactly("It is no CycloneDX");
    }

    @Test
    void isReadOutOfTheJarAndLaidBesideIt() throws IOException {
        Path jar = jar("BOOT-INF/lib/tink-1.24.0.jar", "BOOT-INF/classes/META-INF/sbom/application.cdx.json");
        Path copy = folder.resolve("copy.json");
        assertThat(BillOfMaterials.copied(jar, copy)).containsExactly("Not there: quartz-2-core.jar");
        assertThat(copy).hasContent(BILL);
        assertThat(BillOfMaterials.copied(jar("BOOT-INF/lib/tink-1.24.0.jar"), copy))
                .singleElement()
                .asString()
                .contains("has no META-INF/sbom/application.cdx.json");
    }

    private Path jar(String... entries) throws IOException {
        Path jar = folder.resolve("some.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.write(BILL.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
