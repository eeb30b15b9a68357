package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Another bundle of routes. */
@Command(
        name = "plans",
        description = "Plans another bundle of routes, applies it, and goes back.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class RoutePlansCommand {

    private static final String PATH = "/routes/plans";
    private static final String ID = "Id of the plan.";

    @Command(name = "list", description = "Plans, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin Server server) {
        JsonNode all = server.get(PATH, Map.of());
        return server.print(
                all,
                all.path("plans"),
                "plan.id",
                "plan.version",
                "plan.origin",
                "plan.madeBy",
                "plan.madeAt",
                "plan.state",
                "hindrance");
    }

    @Command(name = "kept", description = "Bundles that can be gone back to.", mixinStandardHelpOptions = true)
    int kept(@Mixin Server server) {
        JsonNode all = server.get(PATH, Map.of());
        return server.print(all, all.path("kept"), "version", "name", "product", "keptAt", "goodAt");
    }

    @Command(name = "show", description = "What a plan changes, line by line.", mixinStandardHelpOptions = true)
    int show(@Mixin Server server, @Parameters(paramLabel = "PLAN", description = ID) String id) {
        return print(server, server.get(path(id), Map.of()));
    }

    @Command(
            name = "make",
            description = "Has a bundle checked, kept and planned; nothing runs yet.",
            mixinStandardHelpOptions = true)
    int make(
            @Mixin Server server,
            @Parameters(paramLabel = "FILE", description = "As 'make bundle' makes it.") Path file) {
        return print(server, server.post(PATH, content(file), "application/zip"));
    }

    @Command(name = "back", description = "Plans to run a kept version again.", mixinStandardHelpOptions = true)
    int back(@Mixin Server server, @Parameters(paramLabel = "VERSION", description = "See kept.") String version) {
        return print(server, server.post("/routes/versions/" + Server.encoded(version) + "/back", Map.of()));
    }

    @Command(
            name = "apply",
            description = "Answers when it runs, or when nothing has changed, with why.",
            mixinStandardHelpOptions = true)
    int apply(@Mixin Server server, @Parameters(paramLabel = "PLAN", description = ID) String id) {
        return print(server, server.post(path(id) + "/apply", Map.of()));
    }

    @Command(name = "withdraw", description = "Nobody can apply it any more.", mixinStandardHelpOptions = true)
    int withdraw(@Mixin Server server, @Parameters(paramLabel = "PLAN", description = ID) String id) {
        return print(server, server.post(path(id) + "/withdraw", Map.of()));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new CallFailed(CallFailed.SAID_NO, file + " cannot be read.");
        }
    }

    private static String path(String id) {
        return PATH + "/" + Server.encoded(id);
    }

    private static int print(Server server, JsonNode view) {
        if (server.wantsJson()) {
            server.json(view);
            return 0;
        }
        new Table("plan.id", "plan.base", "plan.version", "plan.madeBy", "plan.state", "hindrance")
                .add(view)
                .print(server.out());
        server.out().println();
        new Table("kind", "id", "file", "reaches", "leaves")
                .addAll(view.at("/diff/routes"))
                .print(server.out());
        for (JsonNode file : view.at("/diff/files")) {
            server.out().println();
            server.out()
                    .println(
                            file.path("kind").asText() + " " + file.path("file").asText());
            file.path("lines").forEach(line -> server.out().println(line.asText()));
        }
        server.out().println();
        new Table("target", "underWay", "waiting", "stopped")
                .addAll(view.path("concerned"))
                .print(server.out());
        server.out().flush();
        return 0;
    }
}
