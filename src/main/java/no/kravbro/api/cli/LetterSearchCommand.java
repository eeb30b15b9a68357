package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dead letters by what a person knows of them. */
@Command(
        name = "search",
        description = "Dead letters by case, invoice, KID, customer, the agency's reference or words of the error.",
        mixinStandardHelpOptions = true)
final class LetterSearchCommand implements Callable<Integer> {

    @Mixin
    private Server server;

    @Parameters(paramLabel = "WORD", arity = "1..*", description = "All of them must be there.")
    private String[] words;

    @Option(names = "--state", defaultValue = "ALL", description = "OPEN, RETRYING, INQUIRING, SOLVED, CLOSED or ALL.")
    private String state;

    @Option(names = "--fingerprint", description = "Of one group.")
    private String fingerprint;

    @Option(names = "--page", description = "Page, from 0.")
    private Integer page;

    @Override
    public Integer call() {
        Map<String, Object> filter = new HashMap<>();
        filter.put("q", String.join(" ", words));
        filter.put("state", "ALL".equals(state) ? null : state);
        filter.put("fingerprint", fingerprint);
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
                "since",
                "detail");
    }
}
