package no.kravbro.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Reads an archive of a bundle as if its maker meant harm: into memory, never by its names into a folder, and within bounds that
 * hold whatever its headers say. Throws {@link BundleRefused}.
 */
final class BundleUnpacking {

    static final int MOST_FILES = 2_000;
    static final int LARGEST_FILE = 1 << 20;
    static final int LARGEST_SUM = 16 << 20;

    /** Texts shrink to a tenth; what shrinks to less than a hundredth was made to burst. Small ones harm nobody. */
    static final int MOST_RATIO = 100;

    private static final int RATIO_FROM = 64 << 10;

    /** Each part begins with a letter or digit and holds no colon and no backslash: it is not empty, hidden, a drive or a way up. */
    private static final Pattern NAME = Pattern.compile(
            "(?:[\\p{L}\\p{N}_][\\p{L}\\p{N} _.,()+-]{0,99}/){0,9}[\\p{L}\\p{N}_][\\p{L}\\p{N} _.,()+-]{0,99}");

    private final byte[] archive;
    private final SortedMap<String, String> files = new TreeMap<>();
    private final Set<String> folded = new HashSet<>();
    private long sum;

    BundleUnpacking(byte[] archive) {
        this.archive = archive.clone();
    }

    /** All files by their names, the manifest too. */
    SortedMap<String, String> read() {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                add(entry.getName(), zip);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw refused("archive", "is no archive that can be read");
        } catch (IOException e) {
            throw refused("archive", "ends too early");
        }
        if (files.isEmpty()) {
            throw refused("archive", "is no archive, or holds nothing");
        }
        return files;
    }

    private void add(String name, InputStream content) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw refused("archive", "an entry has a name that is no plain path below the bundle");
        }
        if (files.size() == MOST_FILES) {
            throw refused(name, "there are more than " + MOST_FILES + " files");
        }
        if (!folded.add(name.toLowerCase(Locale.ROOT))) {
            throw refused(name, "stands there twice, or differs from another only in capitals");
        }
        files.put(name, text(name, content.readNBytes(LARGEST_FILE + 1)));
    }

    private String text(String name, byte[] bytes) {
        sum += bytes.length;
        if (bytes.length > LARGEST_FILE) {
            throw refused(name, "is larger than " + LARGEST_FILE + " bytes");
        }
        if (sum > LARGEST_SUM) {
            throw refused(name, "all files together are larger than " + LARGEST_SUM + " bytes");
        }
        if (sum > RATIO_FROM && sum > (long) MOST_RATIO * archive.length) {
            throw refused(name, "the files are more than " + MOST_RATIO + " times the size of their archive");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(name, "is not written in UTF-8");
        }
    }

    private static BundleRefused refused(String file, String message) {
        return new BundleRefused(List.of(new Problem(file, 0, "archive", message)));
    }
}
