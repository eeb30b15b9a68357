package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Invoices and customers that a creditor keeps back. */
@Command(
        name = "exclusions",
        description = "Invoices and customers that are kept back for now.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ExclusionsCommand {

    private static final String CREDITOR = "Id of the creditor.";

    @Command(name = "list", description = "What a creditor keeps back.", mixinStandardHelpOptions = true)
    int list(@Mixin Server server, @Parameters(paramLabel = "CREDITOR", description = CREDITOR) String creditor) {
        return print(server, server.get("/creditors/" + Server.encoded(creditor) + "/exclusions", Map.of()));
    }

    @Command(name = "keep", description = "Keeps an invoice or a customer back.", mixinStandardHelpOptions = true)
    int keep(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "CREDITOR", description = CREDITOR) String creditor,
            @Parameters(index = "1", paramLabel = "KIND", description = "INVOICE or CUSTOMER.") String kind,
            @Parameters(index = "2", paramLabel = "NUMBER", description = "Its number.") String number,
            @Option(names = "--reason", required = true, description = "Why.") String reason,
            @Option(names = "--until", description = "First day it may go again: YYYY-MM-DD.") String until) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("kind", kind);
        wanted.put("number", number);
        wanted.put("reason", reason);
        wanted.put("until", until);
        wanted.values().removeIf(value -> value == null);
        return print(server, server.post("/creditors/" + Server.encoded(creditor) + "/exclusions", wanted));
    }

    @Command(name = "lift", description = "It may go again.", mixinStandardHelpOptions = true)
    int lift(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = "Id of the exclusion.") long id,
            @Option(names = "--reason", required = true, description = "Why.") String reason) {
        return print(server, server.post("/exclusions/" + id + "/lift", Map.of("reason", reason)));
    }

    private static int print(Server server, JsonNode answer) {
        Iterable<JsonNode> items = answer.isArray() ? answer : List.of(answer);
        return server.print(answer, items, "id", "kind", "number", "until", "reason", "holds", "madeBy", "liftedBy");
    }
}
