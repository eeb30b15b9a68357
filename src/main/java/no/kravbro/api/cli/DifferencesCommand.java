package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the two sides do not agree, and what is done about it. */
@Command(
        name = "differences",
        description = "Where Tripletex and the agency do not agree, and what is done about it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DifferencesCommand {

    private static final String ID = "Number of the difference.";

    @Command(name = "list", description = "Differences, oldest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Server server,
            @Option(
                            names = "--state",
                            defaultValue = "OPEN",
                            description = "OPEN, ACKNOWLEDGED, FIXED, ACCEPTED, CLOSED or ALL (default: OPEN).")
                    String state,
            @Option(names = "--creditor", description = "Id of a creditor.") String creditor,
            @Option(names = "--claim", description = "Key of a claim.") String claim,
            @Option(names = "--cause", description = "For example SETTLEMENT_MISSING.") String cause) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("state", "ALL".equals(state) ? null : state);
        filter.put("creditorId", creditor);
        filter.put("claimKey", claim);
        filter.put("cause", cause);
        JsonNode differences = server.get("/differences", filter);
        return server.print(
                differences,
                differences.path("items"),
                "id",
                "creditorId",
                "claimKey",
                "cause",
                "amountOre",
                "unexplainedOre",
                "wrongSince",
                "state",
                "sentence");
    }

    @Command(
            name = "show",
            description = "One difference with both sides, the first wrong day and all that was decided.",
            mixinStandardHelpOptions = true)
    int show(@Mixin Server server, @Parameters(paramLabel = "ID", description = ID) long id) {
        return print(server, server.get("/differences/" + id, Map.of()));
    }

    @Command(name = "acknowledge", description = "You work on it.", mixinStandardHelpOptions = true)
    int acknowledge(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(names = "--note", description = "What will be done.") String note) {
        return print(server, server.post("/differences/" + id + "/acknowledge", body("note", note)));
    }

    @Command(
            name = "accept",
            description = "The business lives with it. What both sides say now is kept.",
            mixinStandardHelpOptions = true)
    int accept(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(names = "--note", required = true, description = "Why.") String note,
            @Option(names = "--until", description = "Last day, for example 2026-03-31 (default: no end).")
                    String until) {
        Map<String, Object> body = body("note", note);
        if (until != null) {
            body.put("until", until);
        }
        return print(server, server.post("/differences/" + id + "/accept", body));
    }

    @Command(
            name = "fixed",
            description = "It was booked away; the next comparison tells whether it was.",
            mixinStandardHelpOptions = true)
    int fixed(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(
                            names = "--reference",
                            required = true,
                            paramLabel = "VOUCHER",
                            description = "What was booked. May be given several times.")
                    List<String> references,
            @Option(names = "--note", description = "Anything else.") String note) {
        Map<String, Object> body = body("note", note);
        body.put("references", references);
        return print(server, server.post("/differences/" + id + "/fixed", body));
    }

    @Command(name = "reread", description = "Has both sides read again now.", mixinStandardHelpOptions = true)
    int reread(@Mixin Server server, @Parameters(paramLabel = "ID", description = ID) long id) {
        return print(server, server.post("/differences/" + id + "/reread", Map.of()));
    }

    @Command(
            name = "evidence",
            description = "That both sides of a creditor were compared, day by day, and what it came to.",
            mixinStandardHelpOptions = true)
    int evidence(
            @Mixin Server server,
            @Parameters(paramLabel = "CREDITOR", description = "Id of the creditor.") String creditor,
            @Option(names = "--from", description = "First day, for example 2026-01-01.") String from,
            @Option(names = "--to", description = "Last day.") String to) {
        Map<String, Object> period = new HashMap<>();
        period.put("from", from);
        period.put("to", to);
        JsonNode evidence = server.get("/creditors/" + Server.encoded(creditor) + "/agreements", period);
        if (!server.wantsJson()) {
            new Table("lastDay", "stale", "greenSince", "greenDays")
                    .add(evidence)
                    .print(server.out());
            server.out().println();
        }
        return server.print(
                evidence,
                evidence.path("days"),
                "day",
                "green",
                "agreeing",
                "claims",
                "inTransitOre",
                "explainedOre",
                "unexplainedOre");
    }

    private static Map<String, Object> body(String name, String value) {
        Map<String, Object> body = new HashMap<>();
        if (value != null) {
            body.put(name, value);
        }
        return body;
    }

    private static int print(Server server, JsonNode detail) {
        if (server.wantsJson()) {
            server.json(detail);
            return 0;
        }
        JsonNode difference = detail.path("difference");
        new Table("id", "claimKey", "cause", "state", "wrongSince", "amountOre", "unexplainedOre")
                .add(difference)
                .print(server.out());
        server.out().println(difference.path("sentence").asText());
        server.out().println("Next: " + difference.path("nextStep").asText());
        table(server, detail.path("sides").path("parts"), "title", "amountOre", "until", "reference");
        table(server, detail.path("firstWrong").path("events"), "at", "what", "reference");
        table(server, detail.path("log"), "at", "who", "what", "amountOre", "detail");
        return 0;
    }

    private static void table(Server server, JsonNode items, String... fields) {
        server.out().println();
        new Table(fields).addAll(items).print(server.out());
    }
}
