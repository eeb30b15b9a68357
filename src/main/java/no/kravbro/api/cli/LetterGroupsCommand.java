package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Dead letters by cause. */
@Command(
        name = "groups",
        description = "What could not be done, by cause; the nearest deadline first.",
        mixinStandardHelpOptions = true)
final class LetterGroupsCommand implements Callable<Integer> {

    @Mixin
    private Server server;

    @Option(names = "--creditor", description = "Id of a creditor.")
    private String creditor;

    @Option(names = "--owner", description = "US, CREDITOR, AGENCY or TRIPLETEX.")
    private String owner;

    @Option(names = "--target", description = "Agency id, or tripletex.")
    private String target;

    @Override
    public Integer call() {
        Map<String, Object> filter = new HashMap<>();
        filter.put("creditorId", creditor);
        filter.put("owner", owner);
        filter.put("target", target);
        JsonNode groups = server.get("/dead-letter-groups", filter);
        return server.print(
                groups,
                groups,
                "fingerprint",
                "cause",
                "owner",
                "target",
                "open",
                "retrying",
                "amountOre",
                "dueWords",
                "assignee",
                "title");
    }
}
