package no.kravbro.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people type, what goes over the wire, what they see, and what a script is told. */
class CliTest extends TypedCommands {

    private static final String LETTER =
            """
            {"letter":{"id":12,"subject":"310245674-1 / 1","what":"SUBMIT_CLAIM","target":"autocollect","state":"OPEN",
            "cause":"INVALID_DATA","owner":"CREDITOR","amountOre":1250000,"title":"Refused.","nextStep":"Correct it.",
            "detail":"postalCode","actions":["correct","close"]},
            "attempts":[{"at":"2026-01-14T07:00:00Z","purpose":"SEND","outcome":"REJECTED","cause":"INVALID_DATA"}],
            "log":[{"at":"2026-01-14T07:00:00Z","who":"kravbro","what":"BURIED","detail":null}]}""";

    @Test
    void listsAsATable() {
        answers.put(
                "/api/v1/dead-letters",
                """
                {"items":[{"id":12,"subject":"310245674-1 / 1","state":"OPEN","cause":"INVALID_DATA",
                "owner":"CREDITOR","amountOre":1250000,"actions":["correct","close"],"nextStep":"Correct it."}],
                "page":0,"size":50,"total":1}""");
        assertThat(run("dead-letters", "list", "--owner", "CREDITOR")).isZero();
        assertThat(calls).containsExactly("GET /api/v1/dead-letters?owner=CREDITOR&state=OPEN ");
        assertThat(out.toString().lines())
                .containsExactly(
                        "ID  SUBJECT          STATE  CAUSE         OWNER        AMOUNT  ACTIONS         NEXT STEP",
                        "12  310245674-1 / 1  OPEN   INVALID_DATA  CREDITOR  12\u00a0500,00  correct, close  Correct it.");
    }

    @Test
    void tellsWhichRoutesRunAndWhatWasRefused() {
        answers.put(
                "/api/v1/routes/versions",
                """
                {"running":"aaaaaaaaaaaa","since":"2026-01-14T07:00:00Z","tried":"bbbbbbbbbbbb",
                "refused":["ago/send.camel.yaml:3: yaml: x"],"startedWithLastGood":true,
                "trials":[{"version":"bbbbbbbbbbbb","verdict":"REFUSED","cause":"START","who":"kravbro","node":"n",
                "at":"2026-01-14T07:00:00Z","detail":"ago/send.camel.yaml:3: yaml: x"}]}""");
        assertThat(run("routes", "versions")).isZero();
        assertThat(calls).containsExactly("GET /api/v1/routes/versions ");
        assertThat(out.toString())
                .contains(
                        "Runs: aaaaaaaaaaaa",
                        "Started with what ran last: bbbbbbbbbbbb in the folder does not pass.",
                        "  refused: ago/send.camel.yaml:3: yaml: x",
                        "REFUSED");
    }

    @Test
    void emptyIsSaid() {
        answers.put("/api/v1/claims", "{\"items\":[]}");
        assertThat(run("claims", "list", "--state", "ACCEPTED", "--invoice", "10 057"))
                .isZero();
        assertThat(calls).containsExactly("GET /api/v1/claims?invoiceNumber=10%20057&state=ACCEPTED ");
        assertThat(out.toString()).contains("(none)");
    }

    @Test
    void handsOverWhatWasShownAndNothingElse() {
        answers.put(
                "/api/v1/creditors/nordlys/hand-over-previews",
                "[{\"invoiceId\":1,\"openOre\":1000000,\"content\":\"c\"}]");
        answers.put("/api/v1/creditors/nordlys/hand-overs", "[{\"invoiceId\":1,\"claimKey\":\"310245674-1\"}]");
        assertThat(run("drafts", "approve", "nordlys", "10023", "--ore", "1000000"))
                .isZero();
        assertThat(calls.get(1))
                .startsWith("POST /api/v1/creditors/nordlys/hand-overs")
                .contains("\"content\":\"c\"");
        assertThat(run("drafts", "approve", "nordlys", "10023", "--ore", "999999"))
                .isEqualTo(1);
        assertThat(calls).hasSize(3);
        assertThat(err.toString()).contains("Nothing was handed over");
    }

    @Test
    void keepsBack() {
        answers.put(
                "/api/v1/creditors/nordlys/exclusions",
                "[{\"id\":4,\"kind\":\"CUSTOMER\",\"number\":\"20011\",\"holds\":true}]");
        assertThat(run("exclusions", "keep", "nordlys", "CUSTOMER", "20011", "--reason", "agreed"))
                .isZero();
        assertThat(run("exclusions", "list", "nordlys")).isZero();
        assertThat(out.toString()).contains("20011");
    }

    @Test
    void stopsAnAgencyAndLiftsThat() {
        String stopped = "[{\"kind\":\"AGENCY\",\"name\":\"bahs\",\"reason\":\"their night\",\"who\":\"kari\"}]";
        answers.put("/api/v1/agencies/bahs/pause", stopped);
        answers.put("/api/v1/agencies/bahs/resume", "[]");
        answers.put("/api/v1/pauses", stopped);
        assertThat(run("pauses", "stop", "agency", "bahs", "--reason", "their night"))
                .isZero();
        assertThat(run("pauses", "list")).isZero();
        assertThat(run("pauses", "lift", "agency", "bahs")).isZero();
        assertThat(calls.get(0)).contains("their night");
        assertThat(out.toString()).contains("their night", "(none)");
    }

    @Test
    void jsonForScripts() {
        answers.put("/api/v1/status", "{\"openDeadLetters\":0}");
        assertThat(run("status", "--output", "json")).isZero();
        assertThat(out.toString()).contains("\"openDeadLetters\" : 0");
    }

    @Test
    void correctSendsFieldsOnce() {
        answers.put("/api/v1/dead-letters/12/correct", LETTER);
        assertThat(run("dead-letters", "correct", "12", "--set", "debtor.postalCode=0150"))
                .isZero();
        assertThat(calls)
                .containsExactly("POST /api/v1/dead-letters/12/correct {\"fields\":{\"debtor.postalCode\":\"0150\"}}");
        assertThat(out.toString()).contains("Next: Correct it.", "REJECTED", "BURIED");
    }

    @Test
    void closeNeedsReasonAndText() {
        assertThat(run("dead-letters", "close", "12", "--reason", "OTHER")).isEqualTo(2);
        assertThat(err.toString()).contains("--text");
        answers.put("/api/v1/dead-letters/12/close", LETTER);
        assertThat(run("dead-letters", "close", "12", "--reason", "OTHER", "--text", "agreed"))
                .isZero();
    }

    @Test
    void aDifferenceIsDecidedAndShown() {
        answers.put(
                "/api/v1/differences/7/fixed",
                """
                {"difference":{"id":7,"claimKey":"310245674-1","cause":"PRINCIPAL","state":"FIXED","wrongSince":"2026-01-13",
                "amountOre":-50000,"unexplainedOre":-35000,"sentence":"500,00 less.","nextStep":"Compare."},
                "sides":{"parts":[{"title":"On its way","amountOre":-15000,"until":"2026-01-15","reference":"b-1"}]},
                "log":[{"at":"2026-01-14T07:00:00Z","who":"cli","what":"FIXED","amountOre":-50000,"detail":"14-2026"}]}""");
        assertThat(run("differences", "fixed", "7", "--reference", "14-2026")).isZero();
        assertThat(calls).containsExactly("POST /api/v1/differences/7/fixed {\"references\":[\"14-2026\"]}");
        assertThat(out.toString()).contains("500,00 less.", "Next: Compare.", "On its way", "14-2026");
        assertThat(run("differences", "accept", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("--note");
    }

    @Test
    void aCreditorsJobsAreShown() {
        answers.put(
                "/api/v1/creditors/nordlys/health",
                """
                {"failing":[],"keyDays":3,"received":[{"agency":"bahs","at":"2026-01-14T06:00:00Z"}],"jobs":[{"job":"CASES",
                "farSide":"bahs","lastAt":null,"lastResult":null,"dueAt":"2026-01-14T07:00:00Z","running":false}]}""");
        assertThat(run("creditors", "health", "nordlys")).isZero();
        assertThat(out.toString()).contains("CASES", "bahs", "2026-01-14T07:00:00Z");
    }

    @Test
    void theMonthIsKeptAsAPaper(@TempDir Path folder) throws IOException {
        answers.put("/api/v1/creditors/nordlys/report", "%PDF-1.7");
        Path file = folder.resolve("january.pdf");
        assertThat(run("report", "nordlys", "--format", "PDF", "--out", file.toString()))
                .isZero();
        assertThat(calls).containsExactly("GET /api/v1/creditors/nordlys/report?format=PDF ");
        assertThat(Files.readString(file)).isEqualTo("%PDF-1.7");
    }

    @Test
    void evidenceIsShownDayByDay() {
        answers.put(
                "/api/v1/creditors/nordlys/agreements",
                """
                {"lastDay":"2026-01-14","stale":false,"greenSince":"2026-01-12","greenDays":3,"days":[{"day":"2026-01-14",
                "green":true,"agreeing":214,"claims":214,"inTransitOre":0,"explainedOre":0,"unexplainedOre":0}]}""");
        assertThat(run("differences", "evidence", "nordlys", "--from", "2026-01-01"))
                .isZero();
        assertThat(calls).containsExactly("GET /api/v1/creditors/nordlys/agreements?from=2026-01-01 ");
        assertThat(out.toString()).contains("GREEN SINCE", "2026-01-12", "214");
    }

    @Test
    void aRefusalIsExplainedAndCountsAsFailure() {
        status = 409;
        answers.put(
                "/api/v1/dead-letters/12/retry",
                "{\"title\":\"It may have landed. Inquire first.\",\"detail\":\"x\",\"code\":\"REFUSED\"}");
        assertThat(run("dead-letters", "retry", "12")).isEqualTo(1);
        assertThat(err.toString()).startsWith("It may have landed. Inquire first.");
    }

    @Test
    void aRetryTellsWhatHasBeenMended() {
        answers.put("/api/v1/dead-letters/12/retry", LETTER.replace("\"state\"", "\"mendFirst\":true,\"state\""));
        assertThat(run("dead-letters", "retry", "12", "--mended", "The agency has registered them"))
                .isZero();
        assertThat(calls)
                .containsExactly("POST /api/v1/dead-letters/12/retry {\"mended\":\"The agency has registered them\"}");
        assertThat(out.toString()).contains("Do that first");
    }

    @Test
    void dryRunTurnsThePages() {
        answers.put(
                "/api/v1/creditors/nordlys/decisions",
                "{\"items\":[{\"invoiceNumber\":\"10057\",\"decision\":\"HOLD\",\"outstandingOre\":100,"
                        + "\"reasons\":[{\"code\":\"TOO_EARLY\",\"text\":\"Not before 14.01.2026.\"}]}],\"next\":null}");
        assertThat(run("creditors", "dry-run", "nordlys", "--decision", "HOLD")).isZero();
        assertThat(calls).containsExactly("GET /api/v1/creditors/nordlys/decisions?decision=HOLD&size=500 ");
        assertThat(out.toString()).contains("Not before 14.01.2026.");
    }

    @Test
    void withoutAKeyThatHoldsItSaysWhatToDo() {
        answers.put("/api/v1/status", "{\"title\":\"The API needs a key that holds.\"}");
        status = 401;
        assertThat(run("status")).isEqualTo(1);
        assertThat(err.toString()).contains("--token-file", "administrator").hasLineCount(1);
    }

    @Test
    void aNewKeyIsPrintedAlone() {
        answers.put("/api/v1/tokens", "{\"name\":\"erp\",\"value\":\"kravbro_new\"}");
        assertThat(run("tokens", "make", "erp", "--role", "SUPPORT", "--creditor", "nordlys"))
                .isZero();
        assertThat(calls.get(0))
                .startsWith("POST /api/v1/tokens ")
                .contains("\"creditors\":[\"nordlys\"]", "\"roles\":[\"SUPPORT\"]", "\"name\":\"erp\"");
        assertThat(out.toString().strip()).isEqualTo("kravbro_new");
    }

    @Test
    void keysOfEncryptionAtRestAreShownAndChanged() {
        for (String act : List.of("status", "rotate", "retire", "rewrap")) {
            answers.put("/api/v1/data-keys" + (act.equals("status") ? "" : "/" + act), "{\"newest\":\"0000000b\"}");
            assertThat(run("keys", act)).isZero();
        }
        assertThat(calls).last().asString().startsWith("POST /api/v1/data-keys/rewrap");
        assertThat(out.toString()).contains("0000000b");
    }

    @Test
    void aKeyComesFromTheFileThatIsNamed(@TempDir Path folder) throws IOException {
        answers.put("/api/v1/status", "{\"openDeadLetters\":0}");
        Path file = Files.writeString(folder.resolve("key"), "kravbro_abc\n");
        assertThat(run("status", "--token-file", file.toString())).isZero();
        assertThat(keys).containsExactly("Bearer kravbro_abc");
        assertThat(run("status", "--token-file", folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("cannot be read").hasLineCount(1);
    }

    @Test
    void aKeyOnTheCommandLineIsNotSaidAgain() {
        String key = "kravbro_" + "aB-_".repeat(10) + "xyz";
        for (String[] wrong : List.of(
                new String[] {"status", "--token=" + key},
                new String[] {"status", "--token", key},
                new String[] {"status", key},
                new String[] {key},
                new String[] {"status", "--output=" + key},
                new String[] {"tasks", "done", key},
                new String[] {"status", "--url=" + key})) {
            assertThat(Cli.run(writer(out), writer(err), wrong))
                    .as(String.join(" ", wrong))
                    .isEqualTo(2);
        }
        assertThat(run("status", "--token-file=" + key)).isEqualTo(1);
        assertThat(err.toString()).contains("kravbro_***").doesNotContain("aB-_");
        assertThat(out.toString()).isEmpty();
        assertThat(calls).isEmpty();
    }

    @Test
    void nobodyThere() {
        stop();
        assertThat(run("status")).isEqualTo(3);
        assertThat(err.toString()).contains("Start it, or name another with --url");
    }

    @Test
    void helpTellsCommandsAndExitCodes() {
        assertThat(Cli.run(writer(out), writer(err), "--help")).isZero();
        assertThat(out.toString()).contains("dead-letters", "creditors", "claims", "status", "Exit codes", "Examples");
        assertThat(Cli.run(writer(out), writer(err), "dead-letters", "retry", "--help"))
                .isZero();
        assertThat(out.toString()).contains("Refused while it may have landed");
    }

    @Test
    void settingsOfTheProductAreNoCommands() {
        assertThat(Cli.knows("dead-letters")).isTrue();
        assertThat(Cli.knows("--help")).isTrue();
        assertThat(Cli.knows("--server.port=9000")).isFalse();
        assertThat(Cli.knows()).isFalse();
    }
}
