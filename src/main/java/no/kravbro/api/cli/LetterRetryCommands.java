package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Previews, plans and staged retries, as subcommands of {@code dead-letters}. */
abstract class LetterRetryCommands {

    private static final String PLANS = "/dead-letter-plans/";
    private static final String RETRIES = "/dead-letter-retries/";
    private static final String RETRY = "Number of the staged retry.";

    @Command(
            name = "plan",
            description = "What a retry would do, tried out without sending anything, and kept to be applied.",
            mixinStandardHelpOptions = true)
    int plan(
            @Mixin Server server,
            @Option(names = "--id", description = "Number of a dead letter; may be given several times.")
                    List<Long> ids,
            @Option(names = "--cause", description = "Code of a cause.") String cause,
            @Option(names = "--fingerprint", description = "Of one group.") String fingerprint,
            @Option(names = "--creditor", description = "Id of a creditor.") String creditor,
            @Option(names = "--target", description = "Agency id, or tripletex.") String target,
            @Option(names = "--search", description = "Words and numbers to look for.") String words,
            @Option(names = "--mended", description = "What has been mended, where letters need that.") String mended) {
        Map<String, Object> question = new HashMap<>();
        question.put("ids", ids);
        question.put("cause", cause);
        question.put("fingerprint", fingerprint);
        question.put("creditorId", creditor);
        question.put("target", target);
        question.put("q", words);
        question.put("mended", mended);
        question.values().removeIf(Objects::isNull);
        return print(server, server.post("/dead-letter-plans", question));
    }

    private static int print(Server server, JsonNode plan) {
        if (!server.wantsJson()) {
            JsonNode preview = plan.path("preview");
            server.out()
                    .printf(
                            "Of %d: %d safe, %d for a person to decide, %d would fail again.%n",
                            preview.path("matching").asLong(),
                            preview.path("safe").asInt(),
                            preview.path("decision").asInt(),
                            preview.path("failsAgain").asInt());
            server.out()
                    .printf(
                            "Until %s: dead-letters apply %s --hash %s%n%n",
                            plan.path("expiresAt").asText(),
                            plan.path("id").asText(),
                            plan.path("hash").asText());
        }
        return server.print(
                plan,
                plan.path("preview").path("lines"),
                "letterId",
                "bucket",
                "target",
                "amountOre",
                "openOre",
                "effectWords",
                "words");
    }

    @Command(
            name = "apply",
            description = "Sends again what is safe in a plan: one, five, twenty-five, the rest.",
            mixinStandardHelpOptions = true)
    int apply(
            @Mixin Server server,
            @Parameters(paramLabel = "PLAN", description = "Id of the plan.") String plan,
            @Option(names = "--hash", required = true, description = "Of the plan that was seen.") String hash) {
        return progress(server, server.post(PLANS + Server.encoded(plan) + "/apply", Map.of("hash", hash)));
    }

    @Command(name = "progress", description = "How far a staged retry is.", mixinStandardHelpOptions = true)
    int progress(@Mixin Server server, @Parameters(paramLabel = "RETRY", description = RETRY) long id) {
        return progress(server, server.get(RETRIES + id, Map.of()));
    }

    @Command(name = "pause", description = "Nothing more leaves until it is resumed.", mixinStandardHelpOptions = true)
    int pause(@Mixin Server server, @Parameters(paramLabel = "RETRY", description = RETRY) long id) {
        return progress(server, server.post(RETRIES + id + "/pause", Map.of()));
    }

    @Command(
            name = "resume",
            description = "Goes on after a pause, or although it has stopped itself.",
            mixinStandardHelpOptions = true)
    int resume(@Mixin Server server, @Parameters(paramLabel = "RETRY", description = RETRY) long id) {
        return progress(server, server.post(RETRIES + id + "/resume", Map.of()));
    }

    @Command(
            name = "cancel",
            description = "Undoes what has not left; those letters are open as before.",
            mixinStandardHelpOptions = true)
    int cancel(@Mixin Server server, @Parameters(paramLabel = "RETRY", description = RETRY) long id) {
        return progress(server, server.post(RETRIES + id + "/cancel", Map.of()));
    }

    private static int progress(Server server, JsonNode retry) {
        if (!server.wantsJson()) {
            Map<String, Long> counts = new TreeMap<>();
            retry.path("counts")
                    .properties()
                    .forEach(each -> counts.put(each.getKey(), each.getValue().asLong()));
            server.out()
                    .printf(
                            "Retry %d, stage %d: %s. %s%n",
                            retry.path("id").asLong(),
                            retry.path("stage").asInt(),
                            retry.path("words").asText(),
                            counts);
            if (retry.path("reason").isTextual()) {
                server.out().println(retry.path("reason").asText());
            }
            server.out().println();
        }
        return server.print(retry, retry.path("letters"), "letterId", "stage", "state", "words", "detail");
    }
}
