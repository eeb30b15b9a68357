package no.kravbro.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void makesAKeyOnceAndShowsItNobody() throws IOException {
        Path file = folder.resolve("master-key");
        assertThat(fresh(file)).isZero();
        String key = Files.readString(file);
        assertThat(key.strip()).hasSize(44);
        assertThat(out.toString())
                .contains("kravbro.master-key-file", "keep a copy")
                .doesNotContain(key.strip());
        assertThat(fresh(file)).isEqualTo(1);
        assertThat(err.toString()).contains("is there already");
        assertThat(file).hasContent(key);
    }

    @Test
    void saysWhereNothingCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("master-key");
        assertThat(fresh(file)).isEqualTo(1);
        assertThat(err.toString()).contains("cannot be written");
    }

    private int fresh(Path file) {
        return Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), "keys", "new", file.toString());
    }
}
