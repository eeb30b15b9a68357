package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who has done what. */
@Command(
        name = "audit",
        description = "Who has done what, and whether the list is whole.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand {

    @Command(name = "list", description = "What was done or refused, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Server server,
            @Option(names = "--who", description = "Only what this person or program did.") String who,
            @Option(names = "--deed", description = "For example LETTER_RETRY.") String deed,
            @Option(names = "--subject", description = "Its beginning, for example dead-letters/17.") String subject,
            @Option(names = "--outcome", description = "DONE, REFUSED or FAILED.") String outcome,
            @Option(names = "--before", description = "Only rows with a smaller number.") Long before) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("who", who);
        filter.put("deed", deed);
        filter.put("subject", subject);
        filter.put("outcome", outcome);
        filter.put("before", before);
        JsonNode rows = server.get("/audit", filter);
        return server.print(
                rows, rows.path("items"), "number", "at", "who", "deed", "subject", "outcome", "reason", "detail");
    }

    @Command(
            name = "verify",
            description = {
                "Computes the whole chain anew: 0 when nothing was changed, left out or put in, else 1.",
                "Note the last hash outside: it proves later that the chain still begins with these rows."
            },
            mixinStandardHelpOptions = true)
    int verify(@Mixin Server server) {
        JsonNode verdict = server.get("/audit/verification", Map.of());
        if (server.wantsJson()) {
            server.json(verdict);
        } else {
            server.out().println(verdict.path("title").asText());
            server.out()
                    .println("Rows that hold: " + verdict.path("rows").asText() + ", last hash "
                            + verdict.path("lastHash").asText());
            if (verdict.path("broken").isNumber()) {
                server.out()
                        .println("First row that does not: "
                                + verdict.path("broken").asText());
            }
            server.out().flush();
        }
        return verdict.path("whole").asBoolean() ? 0 : CallFailed.SAID_NO;
    }
}
