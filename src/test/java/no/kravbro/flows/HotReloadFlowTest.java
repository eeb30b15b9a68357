package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.bundle.BundleNode;
import no.kravbro.bundle.BundleStatus;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Snapshot;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.Plan;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Route files change under the running product while claims flow: nothing is lost, nothing is doubled, nothing dies. */
class HotReloadFlowTest {

    private static final String CREDITOR = "nordlys";
    private static final String MAPPING = "autocollect/map/submit-claim.jslt";
    private static final String TIMELINE = "shared/case.timeline.camel.yaml";
    private static final String FAILURE = "shared/failure.camel.yaml";
    private static final String PROFILE = "autocollect/agency.yaml";
    private static final int INVOICES = 60;

    @TempDir
    static Path directory;

    private static World world;
    private static String whole;

    private final List<Journey> flow = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        FileSystemUtils.copyRecursively(Path.of("routes"), directory);
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, INVOICES);
        world = World.afterReading(
                town,
                "hot-reload",
                "kravbro.routes.dir=" + directory,
                "kravbro.delivery.poll=20ms",
                // Claims are given up on purpose here, and that must not count against a bundle.
                "kravbro.routes.watch=0s");
        whole = version();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void claimsFlow() {
        flows();
    }

    /** The bundle is mended, and every claim of the test is at the agency once. */
    @AfterEach
    void nothingIsLostOrDoubled() throws IOException {
        for (String file : List.of(MAPPING, TIMELINE, FAILURE, PROFILE)) {
            Files.writeString(
                    directory.resolve(file), Files.readString(Path.of("routes").resolve(file)));
        }
        until("mended", view -> view.refusals().isEmpty() && view.running().equals(whole));
        flows();
        for (Journey claim : flow) {
            claim.end();
            assertThat(claim.delivery().state()).as(claim.attempts().toString()).isEqualTo(DeliveryState.DONE);
            assertThat(world.town().autoCollect().claims(claim.key())).isEqualTo(1);
            assertThat(claim.letter()).isNull();
        }
    }

    private void flows() {
        for (int i = 0; i < 3; i++) {
            flow.add(Journey.begin(world, CREDITOR));
        }
    }

    private interface Holds {
        boolean in(BundleStatus.View view);
    }

    private void until(String what, Holds holds) {
        world.until(what, () -> holds.in(world.bean(BundleStatus.class).view()));
    }

    /** Waits until another version runs, while claims go on being handed over. */
    private void runs(String before) {
        until("runs", view -> !view.running().equals(before) && view.running().equals(view.tried()));
        assertThat(world.bean(BundleStatus.class).view().refusals()).isEmpty();
        flows();
    }

    private static String version() {
        return world.bean(BundleStatus.class).view().running();
    }

    private static void edit(String file, String was, String becomes) throws IOException {
        String text = Files.readString(directory.resolve(file));
        assertThat(text).contains(was);
        Files.writeString(directory.resolve(file), text.replace(was, becomes));
    }

    private Problem refused(String file) {
        until("refused", view -> view.refusals().stream()
                .anyMatch(problem -> problem.file().equals(file)));
        flows();
        return world.bean(BundleStatus.class).view().refusals().get(0);
    }

    private static String sent(Journey claim) {
        return world.town().autoCollectCalls().of("POST", ".*/invoices").stream()
                .map(logged -> logged.call().text())
                .filter(text -> text.contains("\"" + claim.key() + "\""))
                .findFirst()
                .orElseThrow();
    }

    private static boolean knows(String route) {
        return world.bean(CamelContext.class).getRoute(route) != null;
    }

    @Test
    void aMappingIsEditedAndItsNextClaimSaysSo() throws IOException {
        String before = version();
        edit(MAPPING, "\"fees\": true,", "\"fees\": true,\n    \"description\": \"Invoice handed over\",");
        runs(before);
        Journey claim = Journey.begin(world, CREDITOR).end();
        assertThat(sent(claim)).contains("\"description\":\"Invoice handed over\"");
        assertThat(world.sql()
                        .sql(
                                "select bundle_version from attempt where delivery_id = :id order by id fetch first 1 rows only")
                        .param("id", claim.delivery().id())
                        .query(String.class)
                        .single())
                .isEqualTo(version());
    }

    @Test
    void aBrokenMappingIsRefusedAndTheLastGoodOneGoesOn() throws IOException {
        String before = version();
        edit(MAPPING, "\"fees\": true,", "\"fees\": true");
        Problem problem = refused(MAPPING);
        assertThat(problem.line()).isBetween(10, 16);
        assertThat(version()).isEqualTo(before);
        Journey claim = Journey.begin(world, CREDITOR).end();
        assertThat(sent(claim)).contains("\"fees\":true");
    }

    @Test
    void aRouteFileComesIsRenamedAndGoes() throws IOException {
        String text = Files.readString(directory.resolve(TIMELINE))
                .replaceFirst("Called by: .*  Calls", "Called by: nobody.  Calls");
        Path first = directory.resolve("shared/case.extra.camel.yaml");
        String before = version();
        Files.writeString(first, text.replace("case.timeline", "case.extra"));
        runs(before);
        assertThat(knows("case.extra")).isTrue();

        before = version();
        Path second = directory.resolve("shared/case.other.camel.yaml");
        Files.writeString(second, text.replace("case.timeline", "case.other"));
        Files.delete(first);
        until("renamed", view -> knows("case.other") && !knows("case.extra"));
        String gone = before;
        until(
                "settled",
                view -> !view.running().equals(gone)
                        && view.running().equals(view.tried())
                        && view.refusals().isEmpty());

        before = version();
        Files.delete(second);
        runs(before);
        assertThat(knows("case.other")).isFalse();
    }

    @Test
    void aJobThatAnAgencyGetsRunsAtOnce() throws IOException {
        String cases = "  cases: \"06:00\"\n";
        String before = version();
        edit(PROFILE, cases, "");
        runs(before);
        // As if it had never been there.
        world.sql().sql("delete from schedule where job = 'CASES'").update();
        before = version();
        edit(PROFILE, "answerAfter:\n", cases + "answerAfter:\n");
        runs(before);
        world.until(
                "cases are read",
                () -> world.count("select count(*) from schedule where job = 'CASES'" + " and creditor_id = '"
                                + CREDITOR + "' and last_result = 'OK'")
                        == 1);
    }

    @Test
    void aRouteThatIsNeededIsNotTakenAway() throws IOException {
        String before = version();
        Files.delete(directory.resolve(TIMELINE));
        until("refused", view -> !view.refusals().isEmpty());
        flows();
        assertThat(version()).isEqualTo(before);
        assertThat(knows("case.timeline")).isTrue();
    }

    @Test
    void theRoadToTheDeadLettersCannotBeBroken() throws IOException {
        String before = version();
        edit(FAILURE, "deadLetterUri: direct:dead-letter.bury", "deadLetterUri: direct:nowhere");
        refused(FAILURE);
        assertThat(version()).isEqualTo(before);
        buries();
        edit(FAILURE, "errorHandler:", "errorHandler: [");
        refused(FAILURE);
        buries();
    }

    @Test
    void theRoadToTheDeadLettersIsChangedUnderTheFlow() throws IOException {
        String before = version();
        edit(
                FAILURE,
                "Parts of a flow leave failures to the owner",
                "Parts of a flow leave every failure to the owner");
        runs(before);
        buries();
        assertThat(knows("delivery.autocollect")).isTrue();
        assertThat(knows("dead-letter.bury")).isTrue();
    }

    @Test
    void bundlesAtRandomUnderTheFlow() {
        atRandom(1, 30);
    }

    @Test
    @Tag("long")
    void manyBundlesAtRandomUnderTheFlow() {
        atRandom(2, 500);
    }

    /** What is left behind by a change would be alive after many. */
    private void atRandom(long seed, int changes) {
        Snapshot whole = world.bean(BundleNode.class).running();
        RandomRoutes random = new RandomRoutes(world, seed);
        try {
            random.back(whole);
            List<Integer> alive = random.alive();
            for (int i = 1; i <= changes; i++) {
                random.change(i);
                goesOn(i);
            }
            random.back(whole);
            assertThat(random.alive()).isEqualTo(alive);
        } finally {
            random.back(whole);
        }
        world.untilQuiet();
        assertThat(world.count("select count(*) from booking where state = 'MATCHED'"))
                .isEqualTo(changes / 10);
    }

    private void goesOn(int change) {
        if (change % 5 == 0) {
            flow.add(Journey.begin(world, CREDITOR));
        }
        if (change % 10 == 0) {
            Claimed claim =
                    Claimed.of(world, Journey.begin(world, CREDITOR).end().key());
            Received.of(world, claim, claim.principalOre()).enter();
        }
    }

    private static void buries() {
        Journey claim = Journey.free(world, CREDITOR, 1).stream()
                .map(invoice -> Journey.planned(world, CREDITOR, invoice))
                .findFirst()
                .orElseThrow();
        world.town().autoCollect().script(claim.key(), Plan.rejected("LIMITATION", "As the test says"));
        Journey.begin(world, CREDITOR, List.of(claim.invoice()));
        claim.end();
        assertThat(claim.letter().cause()).isEqualTo(Cause.LIMITATION);
    }
}
