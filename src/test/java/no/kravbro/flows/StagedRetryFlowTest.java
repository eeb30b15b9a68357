package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kravbro.api.cli.Cli;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.deadletter.LetterFilter;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.Preview;
import no.kravbro.deadletter.Previews;
import no.kravbro.deadletter.Selection;
import no.kravbro.deadletter.StagedRetries;
import no.kravbro.deadletter.StagedRetry;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.Organization;
import no.kravbro.sandbox.tripletex.Accountant;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Forty letters in small: what a retry would do is told by the real look and the real mapping, then it is done, stage by stage. */
@Proves("dead-letter.retry")
class StagedRetryFlowTest {

    private static final String CREDITOR = "nordlys";
    private static World world;
    private static Accountant accountant;

    @BeforeAll
    static void start() {
        world = World.afterReading(World.town(SandboxTown.Story.SHOWN, null), "staged-retry");
        accountant = world.town().tripletex().accountant(TripletexStory.NORDLYS);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    @DisplayName("the preview writes nothing and sends nothing, and what it promised is what then happens")
    void previewedPlannedAndDone() {
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), true);
        List<Journey> claims = Journey.begin(world, CREDITOR, Journey.free(world, CREDITOR, 4));
        claims.forEach(claim -> claim.await("letter of", () -> claim.letter() != null));
        Invoice paid = claims.get(1).invoice();
        Invoice less = claims.get(2).invoice();
        accountant.directPayment(paid.id(), TripletexStory.START, paid.outstandingOre());
        accountant.directPayment(less.id(), TripletexStory.START, 5_025);
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), false);
        var before = everything();
        int calls = world.town().autoCollectCalls().of("POST", ".*").size();
        Preview preview = world.bean(Previews.class).of(Selection.all(LetterFilter.OPEN), null);
        assertThat(preview.lines())
                .extracting(line -> line.bucket() + " " + line.why() + " " + line.effect())
                .containsExactly(
                        "SAFE STILL_RIGHT SAME",
                        "DECISION NOT_WANTED NOTHING",
                        "SAFE AMOUNT_CHANGED NEW",
                        "SAFE STILL_RIGHT SAME");
        assertThat(preview.lines().get(0).content())
                .contains("\"" + claims.get(0).key() + "\"");
        assertThat(preview.lines().get(2).openOre()).isEqualTo(less.outstandingOre() - 5_025);
        assertThat(everything()).isEqualTo(before);
        assertThat(world.town().autoCollectCalls().of("POST", ".*")).hasSize(calls);
        carriedOut(claims);
    }

    private void carriedOut(List<Journey> claims) {
        String told = told("dead-letters", "plan", "--target", "autocollect");
        assertThat(told).contains("Of 4: 3 safe, 1 for a person to decide, 0 would fail again.");
        Matcher apply = Pattern.compile("apply (\\S+) --hash (\\S+)").matcher(told);
        assertThat(apply.find()).isTrue();
        assertThat(told("dead-letters", "apply", apply.group(1), "--hash", apply.group(2)))
                .contains("Can be undone", "REQUESTED=3");
        world.machine().reach(world.machine().instant().plus(StagedRetries.UNDO));
        StagedRetry staged = world.bean(StagedRetries.class).newest(1).get(0);
        world.untilWithoutPauses(
                "all answered",
                () -> world.bean(StagedRetries.class)
                                .progress(staged.id())
                                .orElseThrow()
                                .staged()
                                .state()
                        == StagedRetry.State.DONE);
        assertThat(told("dead-letters", "progress", Long.toString(staged.id()))).contains("Done. {ACCEPTED=3}");
        assertThat(claims)
                .extracting(claim -> claim.letter().state())
                .containsExactly(LetterState.SOLVED, LetterState.OPEN, LetterState.SOLVED, LetterState.SOLVED);
        assertThat(claims.get(2).delivery().submission()).isEqualTo(2);
        assertThat(claims.get(0).delivery().submission()).isEqualTo(1);
        assertThat(claims.get(1).delivery().state()).isEqualTo(DeliveryState.DEAD);
        assertThat(claims.get(3).claim().state()).isEqualTo(ClaimState.ACCEPTED);
        claims.stream().filter(claim -> claim != claims.get(1)).forEach(claim -> assertThat(
                        world.town().autoCollect().claims(claim.key()))
                .isEqualTo(1));
    }

    private static Map<String, List<Map<String, Object>>> everything() {
        Map<String, List<Map<String, Object>>> all = new TreeMap<>();
        for (String table : List.of(
                "claim",
                "delivery",
                "attempt",
                "transmission",
                "timeline",
                "task",
                "booking",
                "inbox",
                "agency_file",
                "file_number",
                "dead_letter",
                "dead_letter_log",
                "letter_plan",
                "letter_retry",
                "letter_run")) {
            List<Map<String, Object>> rows =
                    world.sql().sql("select * from " + table).query().listOfRows();
            // Bytes are told by their hash, which stands beside them.
            rows.forEach(row -> row.remove("content"));
            all.put(table, rows);
        }
        return all;
    }

    private static String told(String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--url=http://localhost:" + world.port();
        all[arguments.length + 1] = world.key().option();
        PrintWriter printer = new PrintWriter(out, true);
        assertThat(Cli.run(printer, printer, all)).as(out.toString()).isZero();
        return out.toString();
    }
}
