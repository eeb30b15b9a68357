package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keys of the API. */
@Command(
        name = "tokens",
        description = "Keys by which programs use the API; for administrators.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TokensCommand {

    private static final String[] COLUMNS = {
        "name", "owner", "roles", "creditors", "madeBy", "expiresAt", "lastUsedAt", "revokedAt"
    };

    @Command(
            name = "list",
            description = "All keys, newest first, without their values.",
            mixinStandardHelpOptions = true)
    int list(@Mixin Server server) {
        JsonNode tokens = server.get("/tokens", Map.of());
        return server.print(tokens, tokens, COLUMNS);
    }

    @Command(
            name = "make",
            description = "Makes a key and prints its value, which is shown this once.",
            mixinStandardHelpOptions = true)
    int make(
            @Mixin Server server,
            @Parameters(paramLabel = "NAME", description = "Its name in the audit trail.") String name,
            @Option(names = "--role", required = true, description = "A role it has; may be repeated.")
                    List<String> roles,
            @Option(names = "--creditor", description = "A creditor it reaches; may be repeated (default: all).")
                    List<String> creditors,
            @Option(
                            names = "--owner",
                            description = "The person it acts for: it never opens more than that person may.")
                    String owner,
            @Option(names = "--expires-at", description = "When it ends, as 2027-01-01T00:00:00Z (default: never).")
                    String expiresAt) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", name);
        wanted.put("roles", roles);
        wanted.put("creditors", creditors);
        wanted.put("owner", owner);
        wanted.put("expiresAt", expiresAt);
        JsonNode made = server.post("/tokens", wanted);
        if (server.wantsJson()) {
            server.json(made);
        } else {
            server.out().println(made.path("value").asText());
            server.out().flush();
        }
        return 0;
    }

    @Command(name = "revoke", description = "Ends a key at once and for good.", mixinStandardHelpOptions = true)
    int revoke(@Mixin Server server, @Parameters(paramLabel = "NAME", description = "Name of the key.") String name) {
        JsonNode tokens = server.post("/tokens/" + Server.encoded(name) + "/revoke", Map.of());
        return server.print(tokens, tokens, COLUMNS);
    }
}
