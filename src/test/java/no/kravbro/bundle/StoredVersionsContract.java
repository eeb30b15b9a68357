package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.bundle.Occasion.Cause;
import no.kravbro.bundle.VersionBook.Verdict;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class StoredVersionsContract extends DatabaseTest {

    private StoredVersions book;

    StoredVersionsContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void openBook() {
        book = new StoredVersions(database.client(), clock, "node-1", "1.2.3");
    }

    @Test
    void whatRanLastIsGivenBackAsItWas() {
        assertThat(book.lastGood()).isEmpty();
        run(bundle("ærlig"));
        run(bundle("second"));
        book.keep(bundle("kept only"));
        book.refused(
                bundle("faulty"),
                Occasion.of(Cause.FOLDER),
                List.of(new Problem("ago/x.yaml", 3, "yaml", "01019012345")));
        assertThat(book.lastGood()).contains(bundle("second"));
        run(bundle("ærlig"));
        assertThat(book.lastGood()).contains(bundle("ærlig"));
    }

    @Test
    void everyTrialIsWrittenDownNewestFirst() {
        Snapshot good = bundle("good");
        Snapshot faulty = bundle("faulty");
        run(good);
        book.refused(faulty, Occasion.of(Cause.START), List.of(new Problem("ago/x.yaml", 3, "yaml", "01019012345")));
        book.runs(good, Occasion.of(Cause.LAST_GOOD));
        assertThat(book.trials())
                .extracting(StoredVersions.Trial::version, StoredVersions.Trial::cause, StoredVersions.Trial::verdict)
                .containsExactly(
                        tuple(good.version(), Cause.LAST_GOOD, Verdict.RUNS),
                        tuple(faulty.version(), Cause.START, Verdict.REFUSED),
                        tuple(good.version(), Cause.FOLDER, Verdict.RUNS));
        StoredVersions.Trial refused = book.trials().get(1);
        assertThat(refused.detail()).startsWith("ago/x.yaml:3: yaml: ").doesNotContain("01019012345");
        assertThat(refused.sha256()).as("what never ran is not kept").isNull();
        assertThat(book.trials().get(0)).satisfies(trial -> {
            assertThat(trial.name()).isEqualTo("kravbro-routes");
            assertThat(trial.product()).isEqualTo("1.2.3");
            assertThat(trial.sha256()).hasSize(64);
            assertThat(trial.node()).isEqualTo("node-1");
            assertThat(trial.who()).isEqualTo("kravbro");
            assertThat(trial.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void theOldestGoAndWhatRanLastStays() {
        for (int i = 0; i < StoredVersions.MOST_KEPT + 3; i++) {
            run(bundle("good " + i));
        }
        for (int i = 0; i < StoredVersions.MOST_KEPT + 3; i++) {
            book.keep(bundle("never ran " + i));
        }
        assertThat(database.client()
                        .sql("select count(*) from bundle_version")
                        .query(Integer.class)
                        .single())
                .isBetween(StoredVersions.MOST_KEPT, StoredVersions.MOST_KEPT + 1);
        assertThat(book.lastGood()).contains(bundle("good " + (StoredVersions.MOST_KEPT + 2)));
        for (int i = 0; i < StoredVersions.MOST_TRIALS; i++) {
            book.refused(bundle("faulty"), Occasion.of(Cause.FOLDER), List.of());
        }
        assertThat(book.trials()).hasSize(StoredVersions.MOST_TRIALS);
        assertThat(book.lastGood()).contains(bundle("good " + (StoredVersions.MOST_KEPT + 2)));
    }

    @Test
    void anArchiveThatIsNotTheOneThatWasKeptIsNotStartedWith() {
        run(bundle("good"));
        database.client()
                .sql("update bundle_version set content = :other")
                .param("other", new BundleArchive(bundle("other"), "1.2.3").bytes())
                .update();
        assertThatThrownBy(book::lastGood).isInstanceOf(BundleRefused.class);
    }

    private void run(Snapshot bundle) {
        clock.advance(Duration.ofSeconds(1));
        book.keep(bundle);
        book.runs(bundle, Occasion.of(Cause.FOLDER));
    }

    private static Snapshot bundle(String content) {
        return new Snapshot(new TreeMap<>(Map.of("ago/agency.yaml", content)));
    }
}
