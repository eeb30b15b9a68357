package no.kravbro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.Problem;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

/** A port, a database or routes that cannot be had stop the start with one sentence that names key and fix. */
class StartFailureTest {

    @TempDir
    private Path folder;

    @Test
    void portInUse() {
        assertThat(SettingsFailure.sentence(new IllegalStateException(new PortInUseException(8080))))
                .isEqualTo("server.port (8080) is used by another process: stop that one or set another port.");
    }

    @Test
    void databaseFileInUse() throws IOException {
        Path file = folder.resolve("kravbro.mv.db");
        try (FileChannel other = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            other.lock();
            assertThat(SettingsFailure.sentence(migrating("jdbc:h2:file:" + folder.resolve("kravbro"))))
                    .startsWith("spring.datasource.url names a file that another process has open: stop that one");
        }
    }

    @Test
    void aDatabaseFileThatIsDamaged(@TempDir Path folder) throws IOException {
        Files.write(
                folder.resolve("kravbro.mv.db"),
                "no database at all\n".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        assertThat(SettingsFailure.sentence(migrating("jdbc:h2:file:" + folder.resolve("kravbro") + ";WRITE_DELAY=0")))
                .startsWith("spring.datasource.url names a file that is damaged")
                .contains("keep it", "operating.md");
        assertThat(Files.readString(Path.of("src/docs/operating.md"))).contains("When H2 cannot read its file");
    }

    @Test
    void noDatabaseThere() {
        assertThat(SettingsFailure.sentence(migrating("jdbc:postgresql://localhost:1/kravbro?password=s3cret")))
                .startsWith("spring.datasource.url leads to no database")
                .contains("start the database, or correct")
                .doesNotContain("s3cret");
    }

    @Test
    void noSuchKindOfDatabase() {
        assertThat(SettingsFailure.sentence(pooled("jdbc:nothing:kravbro")))
                .startsWith("spring.datasource.url leads to no database we know");
    }

    @Test
    void routesThatCannotRun() {
        List<Problem> seven = IntStream.rangeClosed(1, 7)
                .mapToObj(line -> new Problem("ago/send.camel.yaml", line, "yaml", "broken"))
                .toList();
        assertThat(SettingsFailure.sentence(new BundleRefused(seven)))
                .startsWith("kravbro.routes.dir holds what cannot run (ago/send.camel.yaml:1: yaml: broken; ")
                .contains("and 2 more", "mend it");
    }

    @Test
    void whatIsNoneOfTheseIsLeftToOthers() {
        assertThat(SettingsFailure.sentence(new IllegalStateException("else"))).isNull();
    }

    private static Throwable pooled(String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setDriverClassName("org.h2.Driver");
        pool.setJdbcUrl(url);
        return catchThrowable(pool::getConnection);
    }

    private static Throwable migrating(String url) {
        return catchThrowable(
                () -> Flyway.configure().dataSource(url, "sa", "").load().migrate());
    }
}
