package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives whose makers mean harm; each is refused with what is wrong, and nothing of it is written anywhere. */
class HostileArchiveTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);

    @Test
    void our_own_comes_back_as_it_was() {
        Snapshot bundle = new Snapshot(new TreeMap<>(Map.of("ago/map/claim.jslt", "{}", "a b/ærlig.yaml", "a: 1\n")));
        assertThat(BundleArchive.read(new BundleArchive(bundle, "1.2.3").bytes()))
                .isEqualTo(bundle);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.yaml",
                "ago/../../evil.yaml",
                "/etc/evil.yaml",
                "ago\\..\\evil.yaml",
                "C:/evil.yaml",
                "ago//evil.yaml",
                "./evil.yaml",
                ".hidden.yaml",
                "ago/.hidden/evil.yaml",
                "ago/evil.yaml/",
                "evil\n.yaml"
            })
    void a_name_that_leads_elsewhere(String name) throws IOException {
        add(name, "x");
        refused("no plain path");
    }

    @Test
    void capitals_that_fall_together() throws IOException {
        add("ago/send.yaml", "x");
        add("ago/Send.yaml", "y");
        refused("ago/Send.yaml: archive: stands there twice, or differs");
    }

    @Test
    void too_many_files() throws IOException {
        for (int i = 0; i <= BundleUnpacking.MOST_FILES; i++) {
            add("f" + i + ".yaml", "");
        }
        refused("more than 2000 files");
    }

    @Test
    void a_file_that_bursts() throws IOException {
        add("bomb.yaml", "x".repeat(BundleUnpacking.LARGEST_FILE + 1));
        refused("bomb.yaml: archive: is larger than");
    }

    @Test
    void many_files_that_burst_together() throws IOException {
        for (int i = 0; i < 10; i++) {
            add("f" + i + ".yaml", "x".repeat(BundleUnpacking.LARGEST_FILE));
        }
        refused("100 times the size of their archive");
    }

    @Test
    void too_much_that_shrinks_badly() throws IOException {
        zip.setLevel(0);
        String text = "x".repeat(BundleUnpacking.LARGEST_FILE);
        for (int i = 0; i <= BundleUnpacking.LARGEST_SUM / BundleUnpacking.LARGEST_FILE; i++) {
            add("f" + i + ".yaml", text);
        }
        refused("all files together are larger");
    }

    @Test
    void a_link_is_only_a_text_and_no_kind_of_file_that_counts() throws IOException {
        // A link is an entry whose text is its target; nothing here ever makes one of it.
        add("ago/agency.yaml", "/etc/passwd");
        refused("the archive names no files");
    }

    @Test
    void what_is_no_text() throws IOException {
        zip.putNextEntry(new ZipEntry("ago/agency.yaml"));
        zip.write(new byte[] {(byte) 0xC3, (byte) 0x28});
        zip.closeEntry();
        refused("not written in UTF-8");
    }

    @Test
    void another_text_than_the_manifest_names() throws IOException {
        Snapshot bundle = new Snapshot(new TreeMap<>(Map.of("ago/agency.yaml", "id: ago\n")));
        byte[] whole = new BundleArchive(bundle, "1.2.3").bytes();
        assertThat(BundleArchive.read(whole)).isEqualTo(bundle);
        add("ago/agency.yaml", "id: other\n");
        add("manifest.json", new BundleUnpacking(whole).read().get("manifest.json"));
        refused("the files are not those it names");
    }

    @Test
    void half_an_archive() throws IOException {
        byte[] whole = new BundleArchive(new Snapshot(new TreeMap<>(Map.of("a.yaml", "abc"))), "1.2.3").bytes();
        refused("archive", Arrays.copyOf(whole, whole.length / 3));
        refused("archive", new byte[0]);
        refused("archive", "no archive at all".getBytes(StandardCharsets.UTF_8));
    }

    private void add(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void refused(String why) throws IOException {
        zip.close();
        refused(why, bytes.toByteArray());
    }

    private static void refused(String why, byte[] archive) {
        assertThatThrownBy(() -> BundleArchive.read(archive))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining(why);
    }
}
