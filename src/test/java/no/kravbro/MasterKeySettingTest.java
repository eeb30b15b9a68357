package no.kravbro;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What is said of the file with the master key before anything is touched. */
class MasterKeySettingTest {

    @TempDir
    private Path folder;

    @Test
    void aKeyIsTaken() {
        assertThatCode(() -> check("src/test/resources/sandbox/secrets/master-key", false))
                .doesNotThrowAnyException();
    }

    @Test
    void whoPlaysNeedsNone() {
        Settings none = bound(Map.of("kravbro.node", "test"));
        assertThatCode(() -> SettingsCheck.masterKey(none, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SettingsCheck.masterKey(none, false))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("kravbro.master-key-file is missing: make a key with `kravbro keys new <file>`,"
                        + " keep a copy of it, and name the file here.");
    }

    @Test
    void anEmptyNameIsNone() {
        refused(" ", "is missing");
    }

    @Test
    void aFileWithAnotherSecret() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret");
        refused(file.toString(), "names " + file + ", which holds no key: make one with `kravbro keys new <file>`");
        refused(Files.writeString(file, "").toString(), "which holds no key");
    }

    @Test
    void aFileThatIsGone() {
        refused(folder.resolve("gone").toString(), "which cannot be read: name the key that this database was first");
    }

    @Test
    void theKeyInWhosePlaceItComesIsLookedAtToo() throws IOException {
        String good = "src/test/resources/sandbox/secrets/master-key";
        Path words = Files.writeString(folder.resolve("words"), "s3cret");
        String gone = folder.resolve("gone").toString();
        both(good, good);
        assertThatThrownBy(() -> both(good, words.toString()))
                .hasMessage("kravbro.old-master-key-file names " + words
                        + ", which holds no key: make one with `kravbro keys new <file>`.");
        assertThatThrownBy(() -> both(good, gone))
                .hasMessage("kravbro.old-master-key-file names " + gone
                        + ", which cannot be read: name the key used until now.");
    }

    private static void both(String file, String old) {
        SettingsCheck.masterKey(
                bound(Map.of("kravbro.master-key-file", file, "kravbro.old-master-key-file", old)), false);
    }

    private static void refused(String file, String words) {
        for (boolean playing : new boolean[] {true, false}) {
            assertThatThrownBy(() -> check(file, playing))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageStartingWith("kravbro.master-key-file ")
                    .hasMessageContaining(words);
        }
    }

    private static void check(String file, boolean playing) {
        SettingsCheck.masterKey(bound(Map.of("kravbro.master-key-file", file)), playing);
    }

    private static Settings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("kravbro", Bindable.of(Settings.class))
                .get();
    }
}
