package no.kravbro.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The product ends between any two things it does, and is started again. In the end every claim stands once in its agency's
 * books and every amount once in the creditor's. A life that goes wrong tells how to live it again alone:
 * {@code -Dcrash.life=<kind>/<agency>@<effects of the first process>,<of the second>} or {@code -Dcrash.seed=<seed>}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashTest {

    private final Chosen chosen = Chosen.bySettings();
    private final List<Tally> tallies = new ArrayList<>();
    private Ground ground;

    @BeforeAll
    void open() {
        ground = new Ground("crash");
        assertThat(Life.goOn(ground, new Resting(ground)).verdict().wrong()).isEmpty();
    }

    @AfterAll
    void close() {
        ground.close();
    }

    Stream<Story> stories() {
        return Stories.all(ground).stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    @Order(1)
    void nothingIsLostOrDoubled(Story story) {
        Trial trial = new Trial(ground, story);
        tallies.add(trial.tally());
        chosen.live(trial, story);
        trial.end();
        assertThat(trial.tally().bad).isEmpty();
    }

    @Test
    @Order(2)
    void everyPointThatMattersWasStruck() {
        if (chosen.isAll()) {
            Report.write("h2", tallies);
            assertThat(Named.missing(tallies)).isEmpty();
            assertThat(tallies).hasSameSizeAs(Stories.names());
        }
    }

    /** What the documents say is what was found. */
    @Test
    @Order(2)
    void theDocumentsHoldTheList() throws IOException {
        if (chosen.isAll()) {
            assertThat(Files.readString(Path.of("src/docs/reliability.md"))).contains(Report.documented(tallies));
        }
    }

    /**
     * Were something sent again where asking is due, an end right behind the first sending would book twice; were something
     * recorded before it is done, an end between would lose it. Both are noticed.
     */
    @Test
    @Order(3)
    void aSpoiledProductIsNoticed() {
        Trial trial = new Trial(ground, new Receiving(ground, "autocollect"));
        ground.sabotage.sendsAgainWithoutAsking(true);
        trial.points();
        ground.sabotage.sendsAgainWithoutAsking(false);
        assertThat(trial.tally().doubled()).isPositive();
        assertThat(trial.tally().lost()).isZero();
        ground.sabotage.recordsBeforeDoing(true);
        trial.points();
        ground.sabotage.recordsBeforeDoing(false);
        assertThat(trial.tally().lost()).isPositive();
    }
}
