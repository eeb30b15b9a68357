package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How much stands where. */
@Command(name = "status", description = "How much stands where.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Server server;

    @Override
    public Integer call() {
        JsonNode status = server.get("/status", Map.of());
        if (server.wantsJson()) {
            server.json(status);
            return 0;
        }
        server.out()
                .println("Time " + status.path("now").asText() + ", node "
                        + status.path("node").asText());
        server.out()
                .println("Dead letters open: " + status.path("openDeadLetters").asText()
                        + ", differences open: "
                        + status.path("openDifferences").asText()
                        + ", tasks open: "
                        + status.path("openTasks").asText()
                        + " (overdue: " + status.path("overdueTasks").asText() + ")"
                        + ", messages waiting: "
                        + status.path("waitingMessages").asText());
        server.out()
                .println("Routes: bundle "
                        + status.path("routes").path("running").asText());
        status.path("routes").path("refused").forEach(each -> server.out()
                .println("  refused, the last good one runs: " + each.asText()));
        server.out().println("Deliveries: " + counts(status.path("deliveries")));
        server.out().println("Bookings:   " + counts(status.path("bookings")));
        new Table("creditorId", "agency", "state", "claims", "principalOre")
                .addAll(status.path("claims"))
                .print(server.out());
        return 0;
    }

    private static String counts(JsonNode counts) {
        StringBuilder text = new StringBuilder();
        counts.properties().forEach(each -> text.append(each.getKey())
                .append(' ')
                .append(each.getValue().asText())
                .append("  "));
        return text.isEmpty() ? "none" : text.toString().strip();
    }
}
