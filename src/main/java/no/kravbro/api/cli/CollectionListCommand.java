package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What goes to collection unless somebody says no. */
@Command(
        name = "collection-list",
        description = "What goes to collection at the cut-off unless you say no.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class CollectionListCommand {

    @Command(name = "show", description = "The list, the next cut-off first.", mixinStandardHelpOptions = true)
    int show(
            @Mixin Server server,
            @Parameters(paramLabel = "CREDITOR", description = "Id of the creditor.") String creditor) {
        return print(server, server.get(path(creditor), Map.of()));
    }

    @Command(name = "reject", description = "Takes items off; without ids all.", mixinStandardHelpOptions = true)
    int reject(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "CREDITOR", description = "Id of the creditor.") String creditor,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "ID", description = "Ids of items.")
                    List<Long> ids,
            @Option(names = "--reason", required = true, description = "Why, for the agency.") String reason) {
        Map<String, Object> rejection = new HashMap<>();
        rejection.put("reason", reason);
        if (ids != null && !ids.isEmpty()) {
            rejection.put("items", ids);
        }
        return print(server, server.post(path(creditor) + "/reject", rejection));
    }

    private static String path(String creditor) {
        return "/creditors/" + Server.encoded(creditor) + "/collection-list";
    }

    private static int print(Server server, JsonNode items) {
        return server.print(
                items, items, "id", "invoiceNumber", "openOre", "cutoffAt", "state", "reason", "answeredBy", "refused");
    }
}
