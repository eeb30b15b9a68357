package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What debtors object to. */
@Command(
        name = "disputes",
        description = "What debtors object to: it stops the claim until it is answered.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class DisputesCommand {

    private static final String KEY = "For example 310245674-2147524143.";

    @Command(name = "list", description = "Disputes of a claim, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin Server server, @Parameters(paramLabel = "KEY", description = KEY) String key) {
        return print(server, server.get("/claims/" + Server.encoded(key) + "/disputes", Map.of()));
    }

    @Command(
            name = "raise",
            description = "The debtor objects. Works before an agency has the claim, too.",
            mixinStandardHelpOptions = true)
    int raise(
            @Mixin Server server,
            @Parameters(paramLabel = "KEY", description = KEY) String key,
            @Option(names = "--reason", required = true, description = "What the debtor says.") String reason,
            @Option(names = "--ore", description = "The disputed part in øre; left out = all of it.") Long ore,
            @Option(names = "--answer-by", description = "Last day for your answer: YYYY-MM-DD.") String answerBy) {
        Map<String, Object> raised = new HashMap<>();
        raised.put("reason", reason);
        raised.put("amountOre", ore);
        raised.put("answerBy", answerBy);
        raised.values().removeIf(value -> value == null);
        return print(server, server.post("/claims/" + Server.encoded(key) + "/disputes", raised));
    }

    @Command(name = "answer", description = "Your answer, which the agency is told.", mixinStandardHelpOptions = true)
    int answer(
            @Mixin Server server,
            @Parameters(paramLabel = "ID", description = "Id of the dispute.") long id,
            @Option(
                            names = "--outcome",
                            required = true,
                            description = "CLAIM_UPHELD, ACCEPTED_FULL, ACCEPTED_PARTIAL or CONCILIATION_BOARD.")
                    String outcome,
            @Option(names = "--text", required = true, description = "The answer.") String text,
            @Option(names = "--ore", description = "The accepted part in øre.") Long ore) {
        Map<String, Object> answered = new HashMap<>();
        answered.put("outcome", outcome);
        answered.put("text", text);
        answered.put("amountOre", ore);
        answered.values().removeIf(value -> value == null);
        return print(server, server.post("/disputes/" + id + "/answer", answered));
    }

    private static int print(Server server, JsonNode answer) {
        Iterable<JsonNode> items = answer.isArray() ? answer : List.of(answer);
        return server.print(
                answer, items, "id", "state", "stops", "amountOre", "reason", "answerBy", "outcome", "agreedOre");
    }
}
