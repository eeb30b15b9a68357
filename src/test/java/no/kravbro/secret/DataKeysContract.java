package no.kravbro.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
            "data_keys.other_content",
            "difference_log.evidence",
            "invoice.reasons",
            "ledger_fact.content",
            "mail.file_content",
            "mail.html",
            "mail.plain",
            "registration.entry",
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
        return start(MasterKeys.only(by));
    }

    private DataKeys start(MasterKeys by) {
        return new DataKeys(database.client(), by, clock);
    }

    private KeyChanges changes(MasterKeys by, DataKeys keys) {
        return new KeyChanges(database.client(), database.named(), by, keys, database.transaction(), clock);
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

    /** A process may end between any two of these lines: each is one statement, and after each every row is read. */
    @Test
    void theMasterKeyIsChangedWithoutAMomentInWhichNeitherOpens() throws IOException {
        MasterKeys old = MasterKeys.only(master);
        DataKeys before = start(old);
        Place place = SealedColumn.INBOX.place("nordlys", "kk2.payment", "17");
        String stored = new Sealer(before).seal(place, "{}");
        MasterKeys both = new MasterKeys(another("new"), master);
        DataKeys begun = start(both);
        // Nodes that know the old one only, both, or the new one only work side by side, whichever starts when.
        MasterKeys fresh = MasterKeys.only(both.now());
        for (DataKeys node : List.of(before, begun, start(old), start(both), start(fresh))) {
            node.reread();
            assertThat(new Sealer(node).open(place, stored)).isEqualTo("{}");
        }
        refused(KeysRefused.Code.MASTER_CHANGES, () -> changes(both, begun).rotate(() -> {}));
        refused(KeysRefused.Code.MASTER_CHANGES, () -> changes(both, begun).retire(() -> {}));
        assertThat(changes(old, before).standing().masterChanges()).isTrue();
        changes(both, begun).rewrap(() -> {});
        assertThat(changes(both, begun).standing().masterChanges()).isFalse();
        assertThat(new Sealer(start(fresh)).open(place, stored)).isEqualTo("{}");
        assertThatThrownBy(() -> start(old)).isInstanceOf(WrongSetting.class);
        // Whoever still runs with the old one alone says so, and locks nobody out.
        assertThatThrownBy(before::reread).isInstanceOf(WrongSetting.class);
        refused(KeysRefused.Code.MASTER_CHANGES, () -> changes(old, before).rotate(() -> {}));
        refused(KeysRefused.Code.ONE_MASTER, () -> changes(fresh, begun).rewrap(() -> {}));
        changes(fresh, begun).rotate(() -> {});
        assertThat(new Sealer(start(fresh)).open(place, stored)).isEqualTo("{}");
    }

    @Test
    void aThirdMasterKeyWaitsUntilTheChangeHasEnded() throws IOException {
        start(master);
        MasterKeys second = new MasterKeys(another("second"), master);
        start(second);
        MasterKeys third = new MasterKeys(another("third"), second.now());
        assertThatThrownBy(() -> start(third))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("names a third key")
                .hasMessageContaining("kravbro keys rewrap");
        changes(second, start(second)).rewrap(() -> {});
        assertThat(start(third).keys().primary()).isEqualTo(start(second).keys().primary());
    }

    @Test
    void aChangeOfTheMasterKeyMayBeTakenBackBeforeItHasEnded() throws IOException {
        start(master);
        start(new MasterKeys(another("second"), master));
        MasterKeys old = MasterKeys.only(master);
        changes(old, start(old)).rewrap(() -> {});
        assertThat(changes(old, start(old)).standing().masterChanges()).isFalse();
    }

    @Test
    void ofTwoThatMakeANewKeyAtOnceOneIsRefused() {
        DataKeys keys = start(master);
        KeyRows rows = new KeyRows(database.client());
        KeyRow was = rows.read().orElseThrow();
        String mine = keys.keys().withNewPrimary().locked(master);
        String other = keys.keys().withNewPrimary().locked(master);
        assertThat(rows.rotate(was, mine, clock.instant())).isTrue();
        assertThat(rows.rotate(was, other, clock.instant())).isFalse();
        assertThat(rows.retire(was, other)).isFalse();
        assertThat(rows.read().orElseThrow().content()).isEqualTo(mine);
    }

    @Test
    void whatCannotBeWrittenDownIsNotDone() {
        MasterKeys only = MasterKeys.only(master);
        DataKeys keys = start(master);
        int primary = keys.keys().primary();
        assertThatThrownBy(() -> changes(only, keys).rotate(() -> {
                    throw new IllegalArgumentException("no audit");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(keys.keys().primary()).isEqualTo(primary);
        assertThat(keys.reread().ids()).containsExactly(primary);
        assertThatThrownBy(() -> database.transaction()
                        .executeWithoutResult(status -> changes(only, keys).rotate(() -> {})))
                .isInstanceOf(IllegalStateException.class);
        assertThat(keys.reread().ids()).containsExactly(primary);
    }

    private static void refused(KeysRefused.Code code, Runnable act) {
        KeysRefused refused = catchThrowableOfType(KeysRefused.class, act::run);
        assertThat(refused.code()).isEqualTo(code);
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
