package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What persons must do and by when. */
@Command(
        name = "tasks",
        description = "What persons must do and by when.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TasksCommand {

    private static final String KEY = "For example 310245674-2147524143.";

    @Command(name = "list", description = "Tasks, first due first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Server server,
            @Option(names = "--state", defaultValue = "OPEN", description = "OPEN, DONE or ALL (default: OPEN).")
                    String state,
            @Option(names = "--creditor", description = "Id of a creditor.") String creditor,
            @Option(names = "--claim", description = "Key of a claim.") String claim) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("state", "ALL".equals(state) ? null : state);
        filter.put("creditorId", creditor);
        filter.put("claimKey", claim);
        JsonNode tasks = server.get("/tasks", filter);
        return server.print(
                tasks, tasks.path("items"), "id", "dueOn", "overdue", "title", "agency", "claimKey", "detail", "state");
    }

    @Command(
            name = "actions",
            description = "What may be done with a claim at its agency now.",
            mixinStandardHelpOptions = true)
    int actions(@Mixin Server server, @Parameters(paramLabel = "KEY", description = KEY) String key) {
        JsonNode actions = server.get("/claims/" + Server.encoded(key) + "/actions", Map.of());
        return server.print(actions, actions, "action", "name", "how", "words");
    }

    @Command(
            name = "ask",
            description = "Asks a person to do something with a claim at the agency's portal.",
            mixinStandardHelpOptions = true)
    int ask(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "KEY", description = KEY) String key,
            @Parameters(index = "1", paramLabel = "ACTION", description = "For example PAUSE; see actions.")
                    String action,
            @Option(names = "--text", required = true, description = "Why and how.") String text) {
        Map<String, String> wanted = Map.of("action", action, "text", text);
        return print(server, server.post("/claims/" + Server.encoded(key) + "/tasks", wanted));
    }

    @Command(name = "done", description = "You have done it.", mixinStandardHelpOptions = true)
    int done(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = "Number of the task.") long id,
            @Option(names = "--note", required = true, description = "What was done.") String note) {
        return print(server, server.post("/tasks/" + id + "/done", Map.of("note", note)));
    }

    private static int print(Server server, JsonNode task) {
        return server.print(
                task, List.of(task), "id", "dueOn", "title", "agency", "claimKey", "detail", "state", "note");
    }
}
