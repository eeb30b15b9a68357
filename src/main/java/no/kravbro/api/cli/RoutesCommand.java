package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The route bundle. */
@Command(
        name = "routes",
        description = "Which version of the routes runs, what was tried before; plan another, apply it, go back.",
        mixinStandardHelpOptions = true,
        subcommands = RoutePlansCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class RoutesCommand {

    @Command(
            name = "versions",
            description = "What was tried and what came of it, newest first.",
            mixinStandardHelpOptions = true)
    int versions(@Mixin Server server) {
        JsonNode answer = server.get("/routes/versions", Map.of());
        if (!server.wantsJson()) {
            server.out().println(line(answer));
            answer.path("refused").forEach(each -> server.out().println("  refused: " + each.asText()));
        }
        return server.print(
                answer, answer.path("trials"), "version", "verdict", "cause", "who", "node", "at", "detail");
    }

    private static String line(JsonNode answer) {
        String line = "Runs: " + answer.path("running").asText() + ", since "
                + answer.path("since").asText() + ".";
        if (answer.path("startedWithLastGood").asBoolean()) {
            return line + " Started with what ran last: " + answer.path("tried").asText()
                    + " in the folder does not pass.";
        }
        boolean refused = !answer.path("refused").isEmpty();
        return refused ? line + " Last tried: " + answer.path("tried").asText() + ", refused." : line;
    }
}
