package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What could not be done, and the ways out. */
@Command(
        name = "dead-letters",
        description = "What could not be done, and the ways out.",
        mixinStandardHelpOptions = true,
        subcommands = {LetterGroupsCommand.class, LetterSearchCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class DeadLettersCommand extends LetterRetryCommands {

    private static final String ID = "Number of the dead letter.";

    @Command(name = "list", description = "Dead letters, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Server server,
            @Option(
                            names = "--state",
                            defaultValue = "OPEN",
                            description = "OPEN, RETRYING, INQUIRING, SOLVED, CLOSED or ALL (default: OPEN).")
                    String state,
            @Option(names = "--creditor", description = "Id of a creditor.") String creditor,
            @Option(names = "--cause", description = "Code of a cause, for example INVALID_DATA.") String cause,
            @Option(names = "--owner", description = "US, CREDITOR, AGENCY or TRIPLETEX.") String owner,
            @Option(names = "--claim", description = "Key of a claim.") String claim,
            @Option(names = "--page", description = "Page, from 0.") Integer page) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("state", "ALL".equals(state) ? null : state);
        filter.put("creditorId", creditor);
        filter.put("cause", cause);
        filter.put("owner", owner);
        filter.put("claimKey", claim);
        filter.put("page", page);
        JsonNode letters = server.get("/dead-letters", filter);
        return server.print(
                letters,
                letters.path("items"),
                "id",
                "subject",
                "state",
                "cause",
                "owner",
                "amountOre",
                "actions",
                "nextStep");
    }

    @Command(
            name = "show",
            description = "One dead letter with every attempt and its history.",
            mixinStandardHelpOptions = true)
    int show(@Mixin Server server, @Parameters(paramLabel = "ID", description = ID) long id) {
        return print(server, server.get("/dead-letters/" + id, Map.of()));
    }

    @Command(
            name = "inquire",
            description = "Asks the far side whether it landed. The way to start when it may have.",
            mixinStandardHelpOptions = true)
    int inquire(@Mixin Server server, @Parameters(paramLabel = "ID", description = ID) long id) {
        return print(server, server.post("/dead-letters/" + id + "/inquire", Map.of()));
    }

    @Command(
            name = "retry",
            description = "Sends the same content again under the same number. Refused while it may have landed.",
            mixinStandardHelpOptions = true)
    int retry(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(
                            names = "--mended",
                            paramLabel = "TEXT",
                            description = "What has been mended. Needed when the letter says so, and kept.")
                    String mended) {
        Map<String, Object> body = mended == null ? Map.of() : Map.of("mended", mended);
        return print(server, server.post("/dead-letters/" + id + "/retry", body));
    }

    @Command(
            name = "correct",
            description = "Sends a claim with other values as a new submission.",
            mixinStandardHelpOptions = true)
    int correct(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(
                            names = "--set",
                            required = true,
                            paramLabel = "FIELD=VALUE",
                            description = "New value, for example debtor.postalCode=0150. May be given several times.")
                    Map<String, String> fields) {
        return print(server, server.post("/dead-letters/" + id + "/correct", Map.of("fields", fields)));
    }

    @Command(
            name = "close",
            description = "Ends it without what it was about. Reason and text are kept.",
            mixinStandardHelpOptions = true)
    int close(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(
                            names = "--reason",
                            required = true,
                            description = "DONE_BY_HAND, NOT_WANTED_ANY_MORE, DUPLICATE, SENT_BY_MISTAKE or OTHER.")
                    String reason,
            @Option(names = "--text", required = true, description = "Why, in your own words.") String text) {
        return print(server, server.post("/dead-letters/" + id + "/close", Map.of("reason", reason, "text", text)));
    }

    @Command(name = "note", description = "Adds a note to its history.", mixinStandardHelpOptions = true)
    int note(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(names = "--text", required = true, description = "What there is to say.") String text) {
        return print(server, server.post("/dead-letters/" + id + "/note", Map.of("text", text)));
    }

    @Command(
            name = "restore",
            description = "Opens again what a person has closed, for ninety days.",
            mixinStandardHelpOptions = true)
    int restore(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(names = "--text", required = true, description = "What there is to say.") String text) {
        return print(server, server.post("/dead-letters/" + id + "/restore", Map.of("text", text)));
    }

    @Command(
            name = "unlock",
            description = "Lets a letter be tried again that failed twice as before.",
            mixinStandardHelpOptions = true)
    int unlock(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(names = "--text", required = true, description = "What there is to say.") String text) {
        return print(server, server.post("/dead-letters/" + id + "/unlock", Map.of("text", text)));
    }

    @Command(
            name = "assign",
            description = "Says who sees to it; without --to nobody.",
            mixinStandardHelpOptions = true)
    int assign(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = ID) long id,
            @Option(names = "--to", paramLabel = "NAME", description = "Who sees to it.") String to) {
        return print(
                server, server.post("/dead-letters/" + id + "/assign", to == null ? Map.of() : Map.of("assignee", to)));
    }

    private static int print(Server server, JsonNode detail) {
        if (server.wantsJson()) {
            server.json(detail);
            return 0;
        }
        JsonNode letter = detail.path("letter");
        new Table("id", "subject", "what", "target", "state", "cause", "owner", "amountOre", "actions")
                .add(letter)
                .print(server.out());
        server.out().println();
        server.out().println(letter.path("title").asText());
        server.out().println("Next: " + letter.path("nextStep").asText());
        if (letter.path("mendFirst").asBoolean()) {
            server.out()
                    .println("Do that first; a retry needs --mended with what has been mended or what they have said.");
        }
        if (letter.path("closing").isTextual()) {
            server.out().println("Closing: " + letter.path("closing").asText());
        }
        if (letter.path("detail").isTextual()) {
            server.out().println("Their words: " + letter.path("detail").asText());
        }
        server.out().println();
        new Table("at", "purpose", "outcome", "cause", "detail")
                .addAll(detail.path("attempts"))
                .print(server.out());
        server.out().println();
        new Table("at", "who", "what", "detail").addAll(detail.path("log")).print(server.out());
        return 0;
    }
}
