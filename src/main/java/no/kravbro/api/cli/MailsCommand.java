package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people are told by mail. */
@Command(
        name = "mails",
        description = "What people are told by mail.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class MailsCommand {

    private static final String[] COLUMNS = {"id", "kind", "creditorId", "recipient", "subject", "state", "cause"};

    @Command(name = "list", description = "Mails, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Server server,
            @Option(names = "--state", description = "WAITING, SENDING, SENT or DEAD.") String state,
            @Option(names = "--creditor", description = "Id of a creditor.") String creditor) {
        Map<String, Object> filter = new HashMap<>();
        filter.put("state", state);
        filter.put("creditorId", creditor);
        JsonNode mails = server.get("/mails", filter);
        return server.print(mails, mails.path("items"), COLUMNS);
    }

    @Command(name = "again", description = "Sends one again that was given up.", mixinStandardHelpOptions = true)
    int again(@Mixin Server server, @Parameters(paramLabel = "ID", description = "Number of the mail.") long id) {
        JsonNode mail = server.post("/mails/" + id + "/again", Map.of());
        return server.print(mail, List.of(mail), COLUMNS);
    }
}
