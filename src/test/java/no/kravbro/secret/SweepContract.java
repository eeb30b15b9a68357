package no.kravbro.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.KeysRefused.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class SweepContract extends DatabaseTest {

    /** Of each column; every other one was stored before there was a key. */
    private static final int ROWS = 6;

    private static final int ALL = ROWS * SealedColumn.values().length;

    @TempDir
    Path folder;

    private MasterKeys master;
    private DataKeys keys;
    private Sealer sealer;
    private KeyChanges changes;
    private SealedSamples samples;
    private int first;

    SweepContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void rows() throws IOException {
        Path file = folder.resolve("key");
        KeyFile.make(file);
        master = MasterKeys.only(KeyFile.aead(file));
        keys = node();
        sealer = new Sealer(keys);
        changes = new KeyChanges(database.client(), database.named(), master, keys, database.transaction(), clock);
        samples = new SealedSamples(database.client());
        first = keys.keys().primary();
        for (SealedColumn column : SealedColumn.values()) {
            for (int row = 1; row <= ROWS; row++) {
                samples.insert(
                        column,
                        row,
                        row % 2 == 0 ? SealedSamples.sealed(sealer, column, row) : SealedSamples.plain(column, row));
            }
        }
    }

    private DataKeys node() {
        return new DataKeys(database.client(), master, clock);
    }

    private Sweep sweep(String node, KeyRing ring) {
        return new Sweep(database.named(), ring, new Sealer(ring), clock, node);
    }

    private Sweep another() {
        return sweep("one", keys);
    }

    private void toTheEnd(String node) {
        for (int step = 0; step < 200; step++) {
            // Another process each time: nothing is remembered but in the database.
            if (!sweep(node, node()).step(4)) {
                return;
            }
        }
        throw new AssertionError("It never ends");
    }

    private void allAreUnder(int key) {
        for (SealedColumn column : SealedColumn.values()) {
            List<Object> values = samples.values(column);
            assertThat(values).hasSize(ROWS).allMatch(each -> SealedSamples.under(key, each));
            for (int row = 1; row <= ROWS; row++) {
                assertThat(SealedSamples.opened(sealer, column, row, values.get(row - 1)))
                        .isEqualTo(SealedSamples.plain(column, row));
            }
        }
    }

    private void refused(Code code, Consumer<Runnable> act) {
        KeysRefused refused = catchThrowableOfType(
                KeysRefused.class,
                () -> act.accept(() -> {
                    throw new AssertionError("It is not to be done");
                }));
        assertThat(refused.code()).isEqualTo(code);
    }

    @Test
    void oldRowsAreSealedSomeAtATime() {
        assertThat(changes.standing().rowsLeft()).isEqualTo(ALL);
        assertThat(another().step(4)).isTrue();
        assertThat(samples.values(SealedColumn.INBOX).stream().filter(each -> SealedSamples.under(first, each)))
                .hasSize(5);
        assertThat(changes.standing().rowsLeft()).isEqualTo(ALL - 4);
        toTheEnd("one");
        allAreUnder(first);
        KeyChanges.Standing standing = changes.standing();
        assertThat(standing.rowsLeft()).isZero();
        assertThat(standing.sealedRows()).isEqualTo(ALL / 2);
        assertThat(standing.finishedAt()).isEqualTo(clock.instant());
        assertThat(standing.older()).isEmpty();
        assertThat(standing.retireFrom()).isNull();
        assertThat(another().step(4)).isFalse();
    }

    @Test
    void afterANewKeyEverythingIsUnderItAndTheOldOneMayGo() {
        toTheEnd("one");
        Object before = samples.values(SealedColumn.INBOX).get(0);
        refused(Code.NOTHING_OLD, changes::retire);
        changes.rotate(() -> {});
        int second = keys.keys().primary();
        assertThat(second).isNotEqualTo(first);
        assertThat(changes.standing().older()).containsExactly(Mark.name(first));
        assertThat(SealedSamples.opened(sealer, SealedColumn.INBOX, 1, before))
                .isEqualTo(SealedSamples.plain(SealedColumn.INBOX, 1));
        refused(Code.UNDER_WAY, changes::retire);
        toTheEnd("one");
        allAreUnder(second);
        refused(Code.TOO_EARLY, changes::retire);
        clock.advance(KeyChanges.SURE);
        List<String> written = new ArrayList<>();
        changes.retire(() -> written.add("retired"));
        assertThat(written).hasSize(1);
        assertThat(keys.keys().ids()).containsExactly(second);
        allAreUnder(second);
        assertThatThrownBy(() -> SealedSamples.opened(sealer, SealedColumn.INBOX, 1, before))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void anOlderKeyStaysWhileAnyColumnHasARowUnderIt() {
        Sealer old = new Sealer(new Seals.Lone(keys.keys()));
        changes.rotate(() -> {});
        clock.advance(KeyChanges.SURE);
        for (SealedColumn column : SealedColumn.values()) {
            toTheEnd("one");
            // Who wrote this had not heard of the new key.
            samples.insert(column, ROWS + 1, SealedSamples.sealed(old, column, ROWS + 1));
            refused(Code.STILL_USED, changes::retire);
            assertThat(keys.reread().holds(first)).isTrue();
            refused(Code.UNDER_WAY, changes::retire);
            assertThat(changes.standing().rowsLeft()).isPositive();
        }
        toTheEnd("one");
        changes.retire(() -> {});
        assertThat(keys.keys().ids()).hasSize(1);
    }

    @Test
    void whatWasKilledInTheMiddleIsTakenUpByAnotherNode() {
        changes.rotate(() -> {});
        int second = keys.keys().primary();
        Interrupted dying = new Interrupted(keys, 9, () -> {
            throw new IllegalStateException("killed");
        });
        Sweep one = sweep("one", dying);
        assertThatThrownBy(() -> {
                    while (one.step(4)) {
                        assertThat(dying.left()).isPositive();
                    }
                })
                .hasMessage("killed");
        List<Object> delivered = samples.values(SealedColumn.DELIVERY);
        assertThat(delivered.stream().filter(each -> SealedSamples.under(second, each)))
                .hasSize(2);
        assertThat(sweep("two", node()).step(4)).isFalse();
        assertThat(samples.values(SealedColumn.DELIVERY)).isEqualTo(delivered);
        clock.advance(Duration.ofMinutes(2));
        toTheEnd("two");
        allAreUnder(second);
        // What had been sealed anew was left as it was.
        assertThat(samples.values(SealedColumn.DELIVERY).subList(0, 2)).isEqualTo(delivered.subList(0, 2));
    }

    @Test
    void twoNodesAtOnceDoItOnce() {
        changes.rotate(() -> {});
        List<CompletableFuture<Void>> nodes = List.of("one", "two").stream()
                .map(name -> CompletableFuture.runAsync(() -> toTheEnd(name)))
                .toList();
        nodes.forEach(CompletableFuture::join);
        allAreUnder(keys.keys().primary());
        assertThat(changes.standing().sealedRows()).isEqualTo(ALL);
    }

    @Test
    void aNewerKeyInTheMiddleBeginsAnew() {
        changes.rotate(() -> {});
        Interrupted rotating = new Interrupted(keys, 9, () -> changes.rotate(() -> {}));
        Sweep one = sweep("one", rotating);
        while (one.step(4)) {
            assertThat(rotating.left()).isPositive();
        }
        assertThat(changes.standing().rowsLeft()).isEqualTo(ALL);
        toTheEnd("one");
        allAreUnder(keys.keys().primary());
        assertThat(keys.keys().ids()).hasSize(3);
    }

    @Test
    void whatIsWrittenMeanwhileIsLeftAsItsWriterWantsIt() {
        changes.rotate(() -> {});
        String newer = (String) SealedSamples.sealed(sealer, SealedColumn.INBOX, 2);
        Interrupted writing = new Interrupted(keys, 2, () -> database.client()
                .sql("update inbox set payload = :newer where inbox_key = 'k2'")
                .param("newer", newer)
                .update());
        sweep("one", writing).step(4);
        assertThat(samples.values(SealedColumn.INBOX).get(1)).isEqualTo(newer);
    }

    @Test
    void anotherNodeReadsWhatWasSealedByAKeyItHasNotSeenAndSealsByItSoon() {
        DataKeys other = node();
        changes.rotate(() -> {});
        int second = keys.keys().primary();
        assertThat(other.keys().holds(second)).isFalse();
        Object sealed = SealedSamples.sealed(sealer, SealedColumn.INBOX, 1);
        assertThat(SealedSamples.opened(new Sealer(other), SealedColumn.INBOX, 1, sealed))
                .isEqualTo(SealedSamples.plain(SealedColumn.INBOX, 1));
        DataKeys quiet = node();
        changes.rotate(() -> {});
        Sealer late = new Sealer(quiet);
        assertThat(SealedSamples.under(second, SealedSamples.sealed(late, SealedColumn.INBOX, 1)))
                .isTrue();
        clock.advance(DataKeys.TRUSTED.plusSeconds(1));
        assertThat(SealedSamples.under(keys.keys().primary(), SealedSamples.sealed(late, SealedColumn.INBOX, 1)))
                .isTrue();
        DataKeys ticking = node();
        changes.rotate(() -> {});
        sweep("two", ticking).tick();
        assertThat(ticking.keys().primary()).isEqualTo(keys.keys().primary());
    }

    @Test
    void aRowThatCannotBeOpenedIsCountedAndKeepsTheOlderKey() {
        String stolen = (String) samples.values(SealedColumn.INBOX).get(1);
        database.client()
                .sql("update inbox set payload = :stolen where inbox_key = 'k4'")
                .param("stolen", stolen)
                .update();
        changes.rotate(() -> {});
        toTheEnd("one");
        assertThat(changes.standing().unreadRows()).isEqualTo(1);
        assertThat(changes.standing().sealedRows()).isEqualTo(ALL - 1);
        assertThat(samples.values(SealedColumn.INBOX).get(3)).isEqualTo(stolen);
        clock.advance(KeyChanges.SURE);
        refused(Code.STILL_USED, changes::retire);
        assertThat(keys.reread().holds(first)).isTrue();
    }

    @Test
    void everyColumnWithSealedValuesIsGoneThrough() {
        toTheEnd("one");
        assertThat(SealedFound.in(database.client())).isEqualTo(SealedFound.known());
        // And one that nobody thought of is found.
        database.client()
                .sql("update creditor set settings = :sealed where id = 'fjell'")
                .param("sealed", sealer.seal(new Place("fjell", "creditor.settings", "fjell"), "{}"))
                .update();
        assertThat(SealedFound.in(database.client()))
                .contains("creditor.settings")
                .isNotEqualTo(SealedFound.known());
    }
}
