package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is ready to go to an agency, and people's word on it. */
@Command(
        name = "drafts",
        description = "What is ready to go to an agency, and your word on it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DraftsCommand {

    private static final String CREDITOR = "Id of the creditor.";
    private static final String INVOICES = "Numbers of invoices.";
    private static final String STEP = "REMINDER, NOTICE or COLLECTION, where the agency takes it.";

    @Command(name = "list", description = "What is ready and no agency has.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Server server,
            @Parameters(paramLabel = "CREDITOR", description = CREDITOR) String creditor,
            @Option(names = "--after", description = "Those after this invoice id.") Long after) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", after);
        JsonNode drafts = server.get(path(creditor) + "/drafts", parameters);
        return print(server, drafts, drafts.path("items"));
    }

    @Command(
            name = "show",
            description = "Invoices as they would be handed over now, and what stands against it.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "CREDITOR", description = CREDITOR) String creditor,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "INVOICE", description = INVOICES)
                    List<String> invoices,
            @Option(names = "--takeover", description = STEP) String takeover) {
        JsonNode lines = shown(server, creditor, invoices, takeover);
        return print(server, lines, lines);
    }

    @Command(
            name = "approve",
            description = {
                "Hands invoices over as they are now, whether drafts or not yet.",
                "--ore is the sum you have seen: when it is another by now, nothing is handed over."
            },
            mixinStandardHelpOptions = true)
    int approve(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "CREDITOR", description = CREDITOR) String creditor,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "INVOICE", description = INVOICES)
                    List<String> invoices,
            @Option(names = "--ore", required = true, description = "Sum of what is open, in øre.") long ore,
            @Option(names = "--takeover", description = STEP) String takeover) {
        JsonNode lines = shown(server, creditor, invoices, takeover);
        long sum = 0;
        List<Map<String, Object>> chosen = new ArrayList<>();
        for (JsonNode line : lines) {
            sum += line.path("openOre").asLong();
            Map<String, Object> one = new HashMap<>();
            one.put("invoiceId", line.path("invoiceId").asLong());
            one.put("content", line.path("content").asText());
            one.put("takeover", takeover);
            one.values().removeIf(value -> value == null);
            chosen.add(one);
        }
        if (sum != ore || lines.size() != invoices.size()) {
            throw new CallFailed(
                    CallFailed.SAID_NO,
                    "Nothing was handed over: " + lines.size() + " invoices with " + sum + " øre in all.");
        }
        JsonNode handed = server.post(path(creditor) + "/hand-overs", Map.of("lines", chosen));
        return server.print(handed, handed, "invoiceId", "claimKey", "refusal", "text", "reasons");
    }

    @Command(name = "reject", description = "Keeps drafts back.", mixinStandardHelpOptions = true)
    int reject(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "CREDITOR", description = CREDITOR) String creditor,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "INVOICE", description = INVOICES)
                    List<String> invoices,
            @Option(names = "--reason", required = true, description = "Why.") String reason,
            @Option(names = "--until", description = "First day they may go again: YYYY-MM-DD.") String until) {
        Map<String, Object> rejected = new HashMap<>();
        rejected.put("invoices", invoices);
        rejected.put("reason", reason);
        rejected.put("until", until);
        rejected.values().removeIf(value -> value == null);
        JsonNode lines = server.post(path(creditor) + "/drafts/reject", rejected);
        return print(server, lines, lines);
    }

    private static JsonNode shown(Server server, String creditor, List<String> invoices, String takeover) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("invoices", invoices);
        asked.put("takeover", takeover);
        asked.values().removeIf(value -> value == null);
        return server.post(path(creditor) + "/hand-over-previews", asked);
    }

    private static String path(String creditor) {
        return "/creditors/" + Server.encoded(creditor);
    }

    private static int print(Server server, JsonNode answer, JsonNode lines) {
        return server.print(
                answer,
                lines,
                "invoiceId",
                "invoiceNumber",
                "debtor",
                "dueDate",
                "openOre",
                "agency",
                "takeover",
                "ready",
                "reasons");
    }
}
