package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import no.kravbro.delivery.SentFile.State;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class FilesContract extends DatabaseTest {

    private Post post;
    private FileNumbers numbers;
    private SentFiles files;
    private FolderLeases leases;

    FilesContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        post = new Post(database, clock, 1, List.of());
        numbers = new FileNumbers(database.named());
        files = new SentFiles(database.named(), numbers, clock, clock);
        leases = new FolderLeases(database.named(), clock);
    }

    private Work stored(String claim) {
        post.add("autocollect", "nordlys", claim);
        Work work = post.work();
        take(work);
        return work;
    }

    private SentFile take(Work work) {
        return database.transaction().execute(status -> {
            SentFile file = files.take(work, "SAK", number -> "file-" + number);
            post.store(work);
            return file;
        });
    }

    private SentFile file(Work work) {
        return files.of(work.transmissionId()).orElseThrow();
    }

    @Test
    void numbersGrowByOnePerCreditorAndKind() {
        numbers.begin("nordlys", "autocollect", "SAK", 41);
        assertThat(file(stored("a")).number()).isEqualTo(42);
        assertThat(file(stored("b")).name()).isEqualTo("file-43");
        assertThat(numbers.last("nordlys", "autocollect", "SAK")).isEqualTo(43);
        assertThat(numbers.last("fjell", "autocollect", "SAK")).isZero();
        assertThat(numbers.last("nordlys", "autocollect", "INB")).isZero();
    }

    @Test
    void aRetryKeepsItsNumberAndName() {
        Work first = stored("a");
        files.move(first.transmissionId(), State.STORED, State.NOT_SENT);
        post.answer(first, new Outcome.NotSent("NO_CONNECTION", null));
        clock.advance(Duration.ofMinutes(1));
        Work again = post.work();
        assertThat(take(again)).isEqualTo(file(first));
        assertThat(file(again).state()).isEqualTo(State.STORED);
    }

    @Test
    void aNumberThatIsSentNoMoreGoesToTheNext() {
        Work first = stored("a");
        files.move(first.transmissionId(), State.STORED, State.NOT_SENT);
        Work second = stored("b");
        assertThat(file(second).number()).as("the first may still go").isEqualTo(2);
        post.answer(first, new Outcome.NotSent("NO_ACCESS", null, null, true));
        Work third = stored("c");
        assertThat(file(third).number()).isEqualTo(1);
        assertThat(files.of(first.transmissionId())).isEmpty();
    }

    @Test
    void aNumberInDoubtIsNeverGivenAway() {
        Work first = stored("a");
        files.move(first.transmissionId(), State.STORED, State.RENAMING);
        post.answer(first, new Outcome.Rejected("UNEXPECTED", null));
        assertThat(file(stored("b")).number()).isEqualTo(2);
    }

    @Test
    void onlyOneMovesAFileOn() {
        Work work = stored("a");
        assertThat(files.move(work.transmissionId(), State.STORED, State.RENAMING))
                .isTrue();
        assertThat(files.move(work.transmissionId(), State.STORED, State.NOT_SENT))
                .isFalse();
        assertThat(files.move(work.transmissionId(), State.RENAMING, State.SENT))
                .isTrue();
        assertThat(file(work).sentAt()).isEqualTo(clock.instant());
    }

    @Test
    void aReceiptIsKept() {
        Work work = stored("a");
        assertThat(files.answered("nordlys", "autocollect", "SAK", 9, "[]")).isEmpty();
        assertThat(files.answered("nordlys", "autocollect", "SAK", 1, "[1]")).isPresent();
        assertThat(file(work).answer()).isEqualTo("[1]");
        assertThat(file(work).state()).isEqualTo(State.SENT);
        assertThat(files.inDoubt(work.transmissionId())).isEmpty();
    }

    @Test
    void aNumberIsHandledOnce() {
        numbers.begin("nordlys", "autocollect", "BOK", 6);
        numbers.advance("nordlys", "autocollect", "BOK", 6, 7);
        assertThatIllegalStateException().isThrownBy(() -> numbers.advance("nordlys", "autocollect", "BOK", 6, 7));
        assertThat(numbers.last("nordlys", "autocollect", "BOK")).isEqualTo(7);
    }

    @Test
    void oneReaderOfADirectory() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(leases.take("nordlys", "autocollect", "ut", "a", minute)).isTrue();
        assertThat(leases.take("nordlys", "autocollect", "ut", "b", minute)).isFalse();
        assertThat(leases.take("nordlys", "autocollect", "kvittering", "b", minute))
                .isTrue();
        assertThat(leases.take("nordlys", "autocollect", "ut", "a", minute)).isTrue();
        clock.advance(minute);
        assertThat(leases.take("nordlys", "autocollect", "ut", "b", minute)).isTrue();
        leases.release("nordlys", "autocollect", "ut", "a");
        assertThat(leases.take("nordlys", "autocollect", "ut", "c", minute)).isFalse();
        leases.release("nordlys", "autocollect", "ut", "b");
        assertThat(leases.take("nordlys", "autocollect", "ut", "c", minute)).isTrue();
    }
}
