package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Invoices handed over to an agency. */
@Command(
        name = "claims",
        description = "Invoices handed over to an agency.",
        mixinStandardHelpOptions = true,
        subcommands = {InstructCommand.class, DisputesCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class ClaimsCommand {

    @Command(name = "list", description = "Claims, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Server server,
            @Option(names = "--creditor", description = "Id of a creditor.") String creditor,
            @Option(names = "--agency", description = "Id of an agency.") String agency,
            @Option(names = "--state", description = "PENDING, ACCEPTED, REFUSED, STOPPED or CLOSED.") String state,
            @Option(names = "--stage", description = "For example NOTICE or COLLECTION.") String stage,
            @Option(names = "--invoice", description = "Invoice number.") String invoice,
            @Option(names = "--case", description = "Case number at the agency.") String caseNumber,
            @Option(names = "--page", description = "Page, from 0.") Integer page) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("creditorId", creditor);
        filter.put("agency", agency);
        filter.put("state", state);
        filter.put("stage", stage);
        filter.put("invoiceNumber", invoice);
        filter.put("caseNumber", caseNumber);
        filter.put("page", page);
        JsonNode claims = server.get("/claims", filter);
        return server.print(
                claims,
                claims.path("items"),
                "key",
                "invoiceNumber",
                "agency",
                "state",
                "stage",
                "caseNumber",
                "principalOre",
                "bookedPrincipalOre");
    }

    @Command(
            name = "show",
            description = "One claim with all that left for it, was booked on it and happened to it.",
            mixinStandardHelpOptions = true)
    int show(
            @Mixin Server server,
            @Parameters(paramLabel = "KEY", description = "For example 310245674-2147524143.") String key) {
        JsonNode claim = server.get("/claims/" + Server.encoded(key), Map.of());
        if (server.wantsJson()) {
            server.json(claim);
            return 0;
        }
        new Table(
                        "key",
                        "creditorId",
                        "invoiceNumber",
                        "agency",
                        "state",
                        "stage",
                        "flags",
                        "caseNumber",
                        "principalOre")
                .add(claim.path("claim"))
                .print(server.out());
        print(server, claim.path("waits"), "from", "name", "words", "since", "until", "otherwise");
        print(server, claim.path("deliveries"), "id", "kind", "submission", "target", "state", "attempts", "cause");
        print(server, claim.path("bookings"), "key", "state", "voucherNumber", "bookedOn", "principalOre", "netOre");
        print(
                server,
                claim.path("events"),
                "at",
                "happenedOn",
                "from",
                "who",
                "words",
                "reference",
                "amountOre",
                "leftOre");
        return 0;
    }

    private static void print(Server server, JsonNode items, String... fields) {
        server.out().println();
        new Table(fields).addAll(items).print(server.out());
    }

    @Command(
            name = "evidence",
            description = "Everything about a claim in one ZIP file, for the conciliation board.",
            mixinStandardHelpOptions = true)
    int evidence(
            @Mixin Server server,
            @Parameters(paramLabel = "KEY", description = "For example 310245674-2147524143.") String key,
            @Option(names = "--out", description = "File to write (default: KEY.zip).") Path out)
            throws IOException {
        Path file = out == null ? Path.of(key.replaceAll("[^0-9-]", "") + ".zip") : out;
        Files.write(file, server.bytes("/claims/" + Server.encoded(key) + "/evidence", Map.of()));
        server.out().println(file);
        server.out().flush();
        return 0;
    }
}
