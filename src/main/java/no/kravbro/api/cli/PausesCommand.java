package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What stops all that leaves for a creditor or to an agency. */
@Command(
        name = "pauses",
        description = "Stops all that leaves for one creditor or to one agency, and lets it go on.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class PausesCommand {

    private static final String KIND = "creditor or agency.";
    private static final String NAME = "Its id.";

    @Command(name = "list", description = "What is stopped now.", mixinStandardHelpOptions = true)
    int list(@Mixin Server server) {
        return print(server, server.get("/pauses", Map.of()));
    }

    @Command(name = "stop", description = "Stops it until somebody lifts that.", mixinStandardHelpOptions = true)
    int stop(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "KIND", description = KIND) Kind kind,
            @Parameters(index = "1", paramLabel = "NAME", description = NAME) String name,
            @Option(names = "--reason", required = true, description = "Why; every page shows it.") String reason) {
        return print(server, server.post(kind.path(name) + "/pause", Map.of("reason", reason)));
    }

    @Command(name = "lift", description = "What has waited goes on.", mixinStandardHelpOptions = true)
    int lift(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "KIND", description = KIND) Kind kind,
            @Parameters(index = "1", paramLabel = "NAME", description = NAME) String name) {
        return print(server, server.post(kind.path(name) + "/resume", Map.of()));
    }

    /** Of what. */
    enum Kind {
        creditor("/creditors/"),
        agency("/agencies/");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        String path(String name) {
            return path + Server.encoded(name);
        }
    }

    private static int print(Server server, JsonNode answer) {
        return server.print(answer, answer, "kind", "name", "reason", "who", "since");
    }
}
