package no.kravbro.bundle;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The route bundle as one file to hand over: what a {@link Snapshot} holds, and first in it {@code manifest.json} with name,
 * version, the product version it was made for and the SHA-256 of every file. The same files make the same bytes, on every
 * machine and every day.
 */
public final class BundleArchive {

    private static final String NAME = "kravbro-routes";
    private static final String MANIFEST = "manifest.json";
    private static final String BUILD_INFO = "/META-INF/build-info.properties";

    /** The first moment a ZIP entry can have; written without a zone, so it reads the same everywhere. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Snapshot snapshot;
    private final String product;

    /** @param product version of the product that the routes need */
    public BundleArchive(Snapshot snapshot, String product) {
        if (snapshot.files().isEmpty()) {
            throw new IllegalArgumentException("There is no route file to pack");
        }
        this.snapshot = snapshot;
        this.product = product;
    }

    /** What stands at the head of the archive. */
    public record Manifest(String name, String version, String needsProduct, SortedMap<String, String> sha256) {}

    public Manifest manifest() {
        SortedMap<String, String> hashes = new TreeMap<>();
        snapshot.files().forEach((path, text) -> hashes.put(path, hash(text)));
        return new Manifest(NAME, snapshot.version(), product, hashes);
    }

    /** Writes {@code kravbro-routes-<version>.zip} into the folder and returns its path. */
    public Path writeTo(Path folder) {
        Path file = folder.resolve(NAME + "-" + snapshot.version() + ".zip");
        try {
            Files.createDirectories(folder);
            Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The archive " + file + " cannot be written", e);
        }
        return file;
    }

    /** The archive; reading it back gives the same bundle, or {@link BundleRefused} where its files cannot be one. */
    public byte[] bytes() {
        try {
            byte[] bytes = zipped();
            read(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be made", e);
        }
    }

    /** What an archive holds, whoever made it; throws {@link BundleRefused} when it is not what its manifest says. */
    public static Snapshot read(byte[] archive) {
        SortedMap<String, String> files = new BundleUnpacking(archive).read();
        String manifest = files.remove(MANIFEST);
        Snapshot bundle = new Snapshot(files);
        if (manifest == null) {
            throw refused("the archive names no files with their hashes");
        }
        try {
            Manifest said = JSON.readValue(manifest, Manifest.class);
            if (!new BundleArchive(bundle, said.needsProduct()).manifest().equals(said)) {
                throw refused("the files are not those it names");
            }
        } catch (IOException e) {
            throw refused("cannot be read");
        }
        return bundle;
    }

    private static BundleRefused refused(String message) {
        return new BundleRefused(List.of(new Problem(MANIFEST, 0, "archive", message)));
    }

    private byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, MANIFEST, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest()) + "\n");
            for (Map.Entry<String, String> file : snapshot.files().entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Snapshot.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param arguments routes directory and target folder */
    public static void main(String[] arguments) {
        new BundleArchive(Snapshot.of(Path.of(arguments[0])), productVersion()).writeTo(Path.of(arguments[1]));
    }

    /** Version of this product, as its build noted it. */
    public static String productVersion() {
        Properties info = new Properties();
        try (InputStream file = BundleArchive.class.getResourceAsStream(BUILD_INFO)) {
            info.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The build left no " + BUILD_INFO, e);
        }
        return info.getProperty("build.version");
    }
}
