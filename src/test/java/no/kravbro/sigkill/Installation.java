package no.kravbro.sigkill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.kravbro.delivery.Sql;
import org.springframework.util.FileSystemUtils;

/**
 * The product in a folder, as it starts fastest: {@code kravbro.jar} with its libraries beside it instead of inside, and, once
 * {@link Training} has made it, an archive of its loaded classes. Made of what Maven has compiled.
 */
public final class Installation {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path CLASS_PATH = Path.of("target/runtime-classpath.txt");
    private static final Path SCRIPT = Path.of("src/main/scripts/kravbro");
    private static final String ARCHIVE = "kravbro.jsa";

    private final Path folder;

    private Installation(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Made anew, or as it is when it was made of the same. */
    public static Installation at(Path folder) {
        try {
            Installation made = new Installation(folder);
            Path mark = made.folder.resolve("made-of");
            String now = made.parts();
            if (!Files.exists(mark) || !Files.readString(mark).equals(now)) {
                FileSystemUtils.deleteRecursively(made.folder);
                made.make();
                Files.writeString(mark, now);
            }
            made.script();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("The product cannot be installed in " + folder, e);
        }
    }

    public Path jar() {
        return folder.resolve("kravbro.jar");
    }

    Path archive() {
        return folder.resolve(ARCHIVE);
    }

    private void make() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (Path library : libraries()) {
            copy(library, lib.resolve(library.getFileName()));
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(jar()), manifest());
                Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file :
                    files.filter(each -> !each.equals(CLASSES)).sorted().toList()) {
                add(jar, file);
            }
        }
    }

    private void script() throws IOException {
        Path script = folder.resolve("kravbro");
        Files.copy(SCRIPT, script, StandardCopyOption.REPLACE_EXISTING);
        script.toFile().setExecutable(true, false);
    }

    /** Folders too: who looks for templates or migrations asks for theirs. */
    private static void add(JarOutputStream jar, Path file) throws IOException {
        String name = CLASSES.relativize(file).toString().replace('\\', '/');
        jar.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
        if (!Files.isDirectory(file)) {
            Files.copy(file, jar);
        }
        jar.closeEntry();
    }

    private static Manifest manifest() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "no.kravbro.Kravbro");
        main.put(
                Attributes.Name.CLASS_PATH,
                libraries().stream()
                        .map(library -> "lib/" + library.getFileName())
                        .collect(Collectors.joining(" ")));
        return manifest;
    }

    /** Without a signature: classes of a signed library cannot stand in an archive, and JDK 17 fails while it writes one. */
    private static void copy(Path library, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(library.toFile())) {
            if (jar.stream().noneMatch(Installation::signs)) {
                Files.copy(library, to, StandardCopyOption.COPY_ATTRIBUTES);
                return;
            }
            try (JarOutputStream plain = new JarOutputStream(Files.newOutputStream(to))) {
                for (ZipEntry entry : jar.stream().filter(each -> !signs(each)).toList()) {
                    plain.putNextEntry(new ZipEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(plain);
                    plain.closeEntry();
                }
            }
        }
    }

    private static boolean signs(ZipEntry entry) {
        return entry.getName().matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    private static List<Path> libraries() throws IOException {
        return Stream.of(Files.readString(CLASS_PATH).strip().split(System.getProperty("path.separator")))
                .map(Path::of)
                .toList();
    }

    /** What it is made of, as one hash. */
    private String parts() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(CLASS_PATH));
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(file).append(Sql.hash(Files.readAllBytes(file)));
            }
        }
        return Sql.hash(all.toString());
    }
}
