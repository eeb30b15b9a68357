package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kravbro.bundle.BundleStatus;
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
@Proves({"autocollect.enter-case", "bahs.enter-case", "ecpay.enter-case"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorpusTest {

    private static final int LEAST = 300;
    /** Where a case takes long, every so many of them is fed where time is short. */
    private static final Map<Door, Integer> EVERY = Map.of(Door.BUNDLE, 4, Door.ECPAY, 2);

    private static final String OPEN_LETTER =
            "select min(id) from dead_letter where state = 'OPEN' and inbox_id is not null";

    private final Map<Door, Integer> fed = new EnumMap<>(Door.class);
    private final Judge judge = new Judge();
    private Screen screen;
    private Ground ground;
    private Map<String, Fill> known;
    private BundleFeeder bundle;
    private StartFeeder start;

    @BeforeAll
    void start(@TempDir Path routes, @TempDir Path folder) throws IOException {
        screen = new Screen();
        FileSystemUtils.copyRecursively(Path.of("routes"), routes);
        ground = new Ground(routes);
        known = Known.of(ground);
        bundle = new BundleFeeder(ground.world, routes);
        start = new StartFeeder(screen, folder);
    }

    @AfterAll
    void stop() {
        screen.close();
        ground.close();
    }

    private static List<Case> chosen(Door door) {
        List<Case> all = Case.of(door);
        int every = Boolean.getBoolean("test.long") ? 1 : EVERY.getOrDefault(door, 1);
        return IntStream.range(0, all.size())
                .filter(each -> each % every == 0)
                .mapToObj(all::get)
                .toList();
    }

    private Stream<DynamicTest> all(Door door, Feeder feeder) {
        return chosen(door).stream()
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

    @TestFactory
    @Order(5)
    Stream<DynamicTest> answersOfTripletex() {
        return all(Door.TRIPLETEX, new ReadingFeeder(ground, Door.TRIPLETEX, known));
    }

    @TestFactory
    @Order(6)
    Stream<DynamicTest> filesOfEcpay() {
        return all(Door.ECPAY, new FileFeeder(ground, known));
    }

    @TestFactory
    @Order(7)
    Stream<DynamicTest> calls() {
        return all(Door.API, new ApiFeeder(ground, ground.world.count(OPEN_LETTER)));
    }

    @TestFactory
    @Order(8)
    Stream<DynamicTest> commands() {
        return all(Door.COMMAND, new CommandFeeder(ground));
    }

    @TestFactory
    @Order(9)
    Stream<DynamicTest> filesOfTheBundle() {
        return all(Door.BUNDLE, bundle);
    }

    @Test
    @Order(10)
    void theBundleMendedRunsOn() throws IOException {
        bundle.mend();
        ground.world.until(
                "nothing is refused any more",
                () -> ground.world.bean(BundleStatus.class).view().refusals().isEmpty());
    }

    /** What is kept of a case is taken up again when a person says so; it is as bad as it was. */
    @Test
    @Order(50)
    void keptCasesAreTakenUpAgain() {
        Letter.retry(ground.world, List.of("autocollect.case", "bahs.case", "ecpay.case"));
    }

    /** Last of all: a start sets up the log of this process anew. */
    @TestFactory
    @Order(60)
    Stream<DynamicTest> creditors() {
        return all(Door.CREDITORS, start);
    }

    @TestFactory
    @Order(61)
    Stream<DynamicTest> settings() {
        return all(Door.SETTINGS, start);
    }

    @Test
    @Order(62)
    void rightSettingsStart() throws ClassNotFoundException {
        assertThat(start.starts()).isTrue();
    }

    @Test
    @Order(100)
    void allHaveBeenFed() {
        for (Door door : Door.values()) {
            assertThat(fed.getOrDefault(door, 0))
                    .as(door.name())
                    .isEqualTo(chosen(door).size());
            assertThat(Case.of(door)).as(door.name()).hasSizeGreaterThanOrEqualTo(door.least());
        }
        assertThat(fed.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(LEAST);
    }
}
