package no.kravbro.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.kravbro.Secrets;
import no.kravbro.WrongSetting;
import no.kravbro.creditor.CreditorsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creditors connected while the product runs. */
@Command(
        name = "connect",
        description = "Connects creditors to the running product, one or many at once.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ConnectCommand {

    private static final String CREDITOR = "Id of the creditor.";
    private static final String FILE = "Written as the creditors file.";

    @Command(
            name = "register",
            description = {
                "Connects every creditor of a file that is written as the creditors file.",
                "Tokens are read here from their files and kept encrypted there. Nothing is sent until both sides have confirmed."
            },
            mixinStandardHelpOptions = true)
    int register(@Mixin Server server, @Parameters(paramLabel = "FILE", description = FILE) Path file) {
        ArrayNode registered = JsonNodeFactory.instance.arrayNode();
        try {
            for (CreditorsFile.Entry each : entries(file)) {
                ObjectNode wanted = tree(each.json());
                if (each.employeeTokenFile() != null) {
                    wanted.put("employeeToken", Secrets.text(each.employeeTokenFile()));
                }
                registered.add(server.post("/creditors", wanted));
            }
        } finally {
            // Whoever came before one that was refused is connected.
            print(server, registered, registered);
        }
        return 0;
    }

    @Command(
            name = "show",
            description = "What a connected creditor has said of itself.",
            mixinStandardHelpOptions = true)
    int show(@Mixin Server server, @Parameters(paramLabel = "CREDITOR", description = CREDITOR) String creditor) {
        JsonNode answer = server.get(at(creditor, "registration"), Map.of());
        return print(server, answer, List.of(answer));
    }

    @Command(
            name = "change",
            description = "Writes all of a connected creditor anew, from the file's entry with its id.",
            mixinStandardHelpOptions = true)
    int change(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "CREDITOR", description = CREDITOR) String creditor,
            @Parameters(index = "1", paramLabel = "FILE", description = FILE) Path file) {
        ObjectNode wanted = entries(file).stream()
                .map(each -> tree(each.json()))
                .filter(each -> creditor.equals(each.path("id").textValue()))
                .findFirst()
                .orElseThrow(
                        () -> new WrongSetting(file.toString(), "names no creditor " + creditor, "write it there"));
        JsonNode answer = server.post(at(creditor, "registration"), wanted);
        return print(server, answer, List.of(answer));
    }

    @Command(
            name = "token",
            description = "Gives a connected creditor another token, read from a file that holds nothing else.",
            mixinStandardHelpOptions = true)
    int token(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "CREDITOR", description = CREDITOR) String creditor,
            @Parameters(index = "1", paramLabel = "FILE", description = "Holds the token.") Path file) {
        JsonNode answer = server.post(at(creditor, "token"), Map.of("employeeToken", Secrets.text(file.toString())));
        return print(server, answer, List.of(answer));
    }

    @Command(
            name = "confirm",
            description = {
                "Writes down that the creditor, or its agency, has confirmed.",
                "With both, claims go out as the creditor's entry says."
            },
            mixinStandardHelpOptions = true)
    int confirm(
            @Mixin Server server,
            @Parameters(index = "0", paramLabel = "CREDITOR", description = CREDITOR) String creditor,
            @Parameters(index = "1", paramLabel = "SIDE", description = "CREDITOR or AGENCY.") String side,
            @Option(names = "--how", required = true, description = "In what words, or where it is to be found.")
                    String how) {
        JsonNode answer = server.post(at(creditor, "confirmations"), Map.of("side", side, "how", how));
        return print(server, answer, List.of(answer));
    }

    private static List<CreditorsFile.Entry> entries(Path file) {
        List<CreditorsFile.Entry> entries = CreditorsFile.entries(file);
        if (entries.isEmpty()) {
            throw new WrongSetting(file.toString(), "names no creditor", "list them under the key creditors");
        }
        return entries;
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("It was written a moment ago", impossible);
        }
    }

    private static String at(String creditor, String what) {
        return "/creditors/" + Server.encoded(creditor) + "/" + what;
    }

    private static int print(Server server, JsonNode whole, Iterable<JsonNode> rows) {
        return server.print(whole, rows, "id", "state", "missing", "tokenAt", "registeredAt", "registeredBy");
    }
}
