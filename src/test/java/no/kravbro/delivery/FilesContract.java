package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.kravbro.delivery.SentFile.State;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class FilesContract extends DatabaseTest {

    private Post post;
    private FileNumbers numbers;
    private SentFiles files;
    private EmptyFiles empties;
    private FolderLeases leases;

    FilesContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        post = new Post(database, clock, 1, List.of());
        numbers = new FileNumbers(database.named());
        files = new SentFiles(database.named(), numbers, clock, clock);
        empties = new EmptyFiles(database.named(), numbers, database.transaction(), clock, clock);
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

    private Optional<SentFile> empty() {
        return empties.next("nordlys", "autocollect", "SAK", number -> "empty-" + number);
    }

    @Test
    void aNumberThatNobodyUsesAnyMoreIsUsedUpByAnEmptyFile() {
        Work first = stored("a");
        files.move(first.transmissionId(), State.STORED, State.NOT_SENT);
        post.answer(first, new Outcome.NotSent("NO_ACCESS", null, null, true));
        assertThat(empty()).as("nothing waits for it yet").isEmpty();
        numbers.advance("nordlys", "autocollect", "SAK", 1, 2);
        assertThat(empties.needed("nordlys", "autocollect", "SAK")).isTrue();
        SentFile empty = empty().orElseThrow();
        assertThat(empty.name()).isEqualTo("empty-1");
        assertThat(empty()).as("once begun it keeps its name").contains(empty);
        assertThat(file(stored("b")).number())
                .as("it is not given away meanwhile")
                .isEqualTo(3);
        empties.done(empty);
        assertThat(empty()).isEmpty();
        assertThat(empties.needed("nordlys", "autocollect", "SAK")).isFalse();
    }

    @Test
    void aNumberThatMayStillBeUsedStaysFree() {
        Work waiting = stored("a");
        files.move(waiting.transmissionId(), State.STORED, State.NOT_SENT);
        post.answer(waiting, new Outcome.NotSent("NO_CONNECTION", null));
        Work asked = stored("b");
        files.move(asked.transmissionId(), State.STORED, State.RENAMING);
        post.answer(asked, new Outcome.Unknown("TIMEOUT", null));
        Work answered = stored("c");
        files.answered("nordlys", "autocollect", "SAK", 3, "[]");
        post.answer(answered, new Outcome.Rejected("FILE_REFUSED", null));
        stored("d");
        assertThat(empty()).isEmpty();
    }

    /** Support staff have ended what is in doubt: whether it is there or not, they may read on. */
    @Test
    void aNumberInDoubtThatAPersonHasEndedIsUsedUp() {
        Work doubted = stored("a");
        files.move(doubted.transmissionId(), State.STORED, State.RENAMING);
        post.answer(doubted, new Outcome.Rejected("UNEXPECTED", null));
        stored("b");
        post.deliveries.cancel(doubted.ids().get(0), "CLOSED_OTHER");
        assertThat(empty().orElseThrow().number()).isEqualTo(1);
        assertThat(files.answered("nordlys", "autocollect", "SAK", 1, "[]")).isPresent();
        assertThat(empty()).as("it was there after all").isEmpty();
        assertThat(files.inDoubt(null)).isEmpty();
    }

    @Test
    void aFileCanBeReadWhenAllInFrontOfItAreThere() {
        Work first = stored("a");
        Work second = stored("b");
        files.move(second.transmissionId(), State.STORED, State.SENT);
        assertThat(files.readableSince(file(second))).isEmpty();
        clock.advance(Duration.ofHours(5));
        files.move(first.transmissionId(), State.STORED, State.SENT);
        assertThat(files.readableSince(file(second))).contains(clock.instant());
        assertThat(files.readableSince(file(first))).contains(clock.instant());
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

    @Test
    void anEmptyFileThatWasBegunKeepsItsName() {
        Work first = stored("a");
        stored("b");
        files.move(first.transmissionId(), State.STORED, State.NOT_SENT);
        post.answer(first, new Outcome.Rejected("INVALID_DATA", null));
        Optional<SentFile> begun = empties.next("nordlys", "autocollect", "SAK", number -> "empty-" + number);
        assertThat(begun).map(SentFile::name).contains("empty-1");
        assertThat(empties.next("nordlys", "autocollect", "SAK", number -> "another-" + number))
                .isEqualTo(begun);
    }

    @Test
    void whatOfAFileIsInDoubtIsNamed() {
        Work first = stored("a");
        assertThat(files.inDoubt(first.transmissionId())).isEmpty();
        post.answer(first, new Outcome.Unknown("TIMEOUT", null));
        for (int asked = 0; asked < Post.POLICY.maxInquiries(); asked++) {
            clock.advance(Duration.ofHours(1));
            post.answer(post.work(), new Outcome.Unknown("TIMEOUT", null));
        }
        assertThat(files.inDoubt(first.transmissionId())).isEqualTo(first.ids());
    }
}
