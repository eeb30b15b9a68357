package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.routes.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Every bad input of the corpus, door by door, at one running product. */
@Proves({"autocollect.enter-case", "bahs.enter-case"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorpusTest {

    private static final int LEAST = 300;

    private final Map<Door, Integer> fed = new EnumMap<>(Door.class);
    private final Judge judge = new Judge();
    private Screen screen;
    private Ground ground;
    private Map<String, Fill> known;

    @BeforeAll
    void start(@TempDir Path routes) throws IOException {
        screen = new Screen();
        FileSystemUtils.copyRecursively(Path.of("routes"), routes);
        ground = new Ground(routes);
        known = Known.of(ground);
    }

    @AfterAll
    void stop() {
        screen.close();
        ground.close();
    }

    private Stream<DynamicTest> all(Door door, Feeder feeder) {
        return Case.of(door).stream()
                .map(input -> DynamicTest.dynamicTest(
                        input.toString(),
                        Case.CORPUS
                                .resolve(door.folder())
                                .resolve(input.name() + ".yaml")
                                .toUri(),
                        () -> feed(input, feeder)));
    }

    private void feed(Case input, Feeder feeder) throws Exception {
        fed.merge(input.door(), 1, Integer::sum);
        screen.take();
        String said = feeder.feed(input);
        judge.judge(input, said, screen.take());
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> events() throws IOException {
        return all(Door.WEBHOOK, new WebhookFeeder(ground.world));
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> answersOfAutoCollect() {
        return all(Door.AUTOCOLLECT, new ReadingFeeder(ground, Door.AUTOCOLLECT, known));
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> answersOfKk2() {
        return all(Door.KK2, new ReadingFeeder(ground, Door.KK2, known));
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> answersOfBahs() {
        return all(Door.BAHS, new ReadingFeeder(ground, Door.BAHS, known));
    }

    /** What is kept of a case is taken up again when a person says so; it is as bad as it was. */
    @Test
    @Order(50)
    void keptCasesAreTakenUpAgain() {
        for (String source : List.of("autocollect.case", "bahs.case")) {
            Letter.retry(ground.world, source);
        }
    }

    @Test
    @Order(100)
    void allHaveBeenFed() {
        for (Door door : List.of(Door.WEBHOOK, Door.AUTOCOLLECT, Door.KK2, Door.BAHS)) {
            assertThat(fed.getOrDefault(door, 0))
                    .as(door.name())
                    .isEqualTo(Case.of(door).size())
                    .isGreaterThanOrEqualTo(door.least());
        }
    }
}
