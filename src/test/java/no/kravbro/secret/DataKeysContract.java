package no.kravbro.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.TreeSet;
import no.kravbro.WrongSetting;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class DataKeysContract extends DatabaseTest {

    /** Texts and documents without an end that stay as they are: figures, settings and words of our own, public bundles, mail until it is sent. */
    private static final List<String> PLAIN = List.of(
            "agency_file.events",
            "balance_capture.explained",
            "booking.event",
            "bundle_version.content",
            "claim_status.content",
            "creditor.settings",
            "data_keys.content",
            "difference_log.evidence",
            "invoice.reasons",
            "ledger_fact.content",
            "mail.file_content",
            "mail.html",
            "mail.plain",
            "remittance.statement");

    @TempDir
    Path folder;

    private Aead master;

    DataKeysContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void key() throws IOException {
        master = another("master-key");
        database.client().sql("delete from data_keys").update();
    }

    private Aead another(String name) throws IOException {
        Path file = folder.resolve(name);
        KeyFile.make(file);
        return KeyFile.aead(file);
    }

    private DataKeys start(Aead by) {
        return new DataKeys(database.client(), by, clock);
    }

    @Test
    void theFirstStartMakesAKeyAndEveryLaterOneReadsIt() {
        Place place = SealedColumn.INBOX.place("nordlys", "kk2.payment", "17");
        String stored = new Sealer(start(master)).seal(place, "{}");
        assertThat(new Sealer(start(master)).open(place, stored)).isEqualTo("{}");
    }

    @Test
    void anotherMasterKeyIsRefusedInWords() throws IOException {
        start(master);
        Aead other = another("other");
        assertThatThrownBy(() -> start(other))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("kravbro.master-key-file does not name the key that this database was first started with:"
                        + " name the file with that key; what is encrypted can be read by no other.");
        assertThat(start(master).keys().ids()).hasSize(1);
    }

    @Test
    void noKeyStandsInTheDatabaseAsItIs() {
        start(master);
        assertThat(database.client()
                        .sql("select content from data_keys")
                        .query(String.class)
                        .single())
                .contains("encryptedKeyset")
                .doesNotContain("\"key\"", "keyData", "value");
    }

    @Test
    void aKeyFileIsNeverReplacedAndItsOwnersAlone() throws IOException {
        Path file = folder.resolve("deeper/key");
        KeyFile.make(file);
        String key = Files.readString(file);
        assertThatThrownBy(() -> KeyFile.make(file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent(key);
        assertThat(KeyFile.holdsKey(file)).isTrue();
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(file.getParent().toFile().list()).containsExactly("key");
        assertThat(KeyFile.holdsKey(Files.writeString(folder.resolve("short"), "AAAA")))
                .isFalse();
        assertThat(KeyFile.holdsKey(Files.writeString(folder.resolve("words"), "my secret")))
                .isFalse();
    }

    /** Whoever adds a column without an end decides here whether it is encrypted. */
    @Test
    void everyColumnThatCanHoldADocumentIsSealedOrNamedAsPlain() {
        List<String> there = database.client()
                .sql(
                        "select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
                                + " where lower(table_schema) = 'public' and lower(table_name) <> 'flyway_schema_history'"
                                + " and (lower(data_type) in ('bytea', 'binary varying', 'text') or lower(data_type) ="
                                + " 'character varying' and (character_maximum_length is null or character_maximum_length > 4000))")
                .query(String.class)
                .list();
        TreeSet<String> decided = new TreeSet<>(PLAIN);
        for (SealedColumn column : SealedColumn.values()) {
            decided.add(column.field());
        }
        assertThat(new TreeSet<>(there)).isEqualTo(decided);
    }
}
