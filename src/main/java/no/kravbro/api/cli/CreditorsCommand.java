package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Who is served, and what was decided about their invoices. */
@Command(
        name = "creditors",
        description = "Who is served, and what was decided about their invoices.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class CreditorsCommand {

    private static final int PAGE = 500;

    @Command(name = "list", description = "All creditors.", mixinStandardHelpOptions = true)
    int list(@Mixin Server server) {
        JsonNode creditors = server.get("/creditors", Map.of());
        return server.print(
                creditors,
                creditors,
                "id",
                "organizationNumber",
                "name",
                "agency",
                "transfer",
                "bookingWay",
                "scan.lastAt",
                "scan.lastResult");
    }

    @Command(
            name = "scan",
            description = {
                "Has the invoices read and decided anew now.",
                "With transfer DRY_RUN nothing is sent; with AUTOMATIC, claims that are ready go out."
            },
            mixinStandardHelpOptions = true)
    int scan(
            @Mixin Server server,
            @Parameters(paramLabel = "CREDITOR", description = "Id of the creditor.") String creditor) {
        JsonNode reading = server.post("/creditors/" + Server.encoded(creditor) + "/scan", Map.of());
        if (server.wantsJson()) {
            server.json(reading);
            return 0;
        }
        server.out()
                .println("The invoices are read anew; the reading before ended "
                        + reading.path("lastAt").asText("never") + ".");
        server.out().println("See: kravbro creditors dry-run " + creditor);
        server.out().flush();
        return 0;
    }

    @Command(
            name = "sync",
            description = {
                "Has the books held against the agencies now.",
                "How far it has come stands in: kravbro creditors health CREDITOR"
            },
            mixinStandardHelpOptions = true)
    int sync(
            @Mixin Server server,
            @Parameters(paramLabel = "CREDITOR", description = "Id of the creditor.") String creditor) {
        JsonNode reading = server.post("/creditors/" + Server.encoded(creditor) + "/sync", Map.of());
        if (server.wantsJson()) {
            server.json(reading);
            return 0;
        }
        server.out().println("Asked for. See: kravbro creditors health " + creditor);
        server.out().flush();
        return 0;
    }

    @Command(
            name = "dry-run",
            description = {
                "Every invoice with its decision and the reasons for it, as of SEEN AT.",
                "Sends nothing. A creditor with transfer DRY_RUN is only ever decided about."
            },
            mixinStandardHelpOptions = true)
    int dryRun(
            @Mixin Server server,
            @Parameters(paramLabel = "CREDITOR", description = "Id of the creditor.") String creditor,
            @Option(names = "--decision", description = "Only TRANSFER, HOLD or EXCLUDE.") String decision) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("size", PAGE);
        parameters.put("decision", decision);
        JsonNode page;
        do {
            page = server.get("/creditors/" + Server.encoded(creditor) + "/decisions", parameters);
            page.path("items").forEach(all::add);
            parameters.put("after", page.path("next").asText());
        } while (page.path("next").isNumber());
        return server.print(
                all,
                all,
                "invoiceNumber",
                "dueDate",
                "outstandingOre",
                "decision",
                "allowedFrom",
                "agency",
                "seenAt",
                "reasons");
    }

    @Command(
            name = "health",
            description = {
                "Whether a creditor's connections hold: its jobs, and whom they ask.",
                "With --json also its key, the calls left at Tripletex, and what came last from each agency."
            },
            mixinStandardHelpOptions = true)
    int health(
            @Mixin Server server,
            @Parameters(paramLabel = "CREDITOR", description = "Id of the creditor.") String creditor) {
        JsonNode health = server.get("/creditors/" + Server.encoded(creditor) + "/health", Map.of());
        return server.print(
                health,
                health.path("jobs"),
                "job",
                "farSide",
                "lastAt",
                "lastResult",
                "dueAt",
                "running",
                "run.state",
                "run.askedBy");
    }

    @Command(
            name = "agencies",
            description = {
                "The agencies of a creditor: who takes new claims, and what each still has to end.",
                "An agency may be taken out of the creditors file when REMOVABLE says true."
            },
            mixinStandardHelpOptions = true)
    int agencies(
            @Mixin Server server,
            @Parameters(paramLabel = "CREDITOR", description = "Id of the creditor.") String creditor) {
        JsonNode agencies = server.get("/creditors/" + Server.encoded(creditor) + "/agencies", Map.of());
        return server.print(
                agencies,
                agencies,
                "agency",
                "takesNew",
                "replacedBy",
                "replacedFrom",
                "left.claims",
                "left.openOre",
                "left.settling",
                "left.deliveries",
                "left.bookings",
                "left.payouts",
                "left.letters",
                "left.received",
                "removable");
    }
}
