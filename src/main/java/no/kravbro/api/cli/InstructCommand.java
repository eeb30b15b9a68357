package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has the agency do something with a claim. A withdrawal shows its price first and goes only at the price that is named. */
@Command(
        name = "instruct",
        description = {
            "Has the agency do something with a claim.",
            "WITHDRAW without --price shows what it costs; with it, withdraws at that price."
        },
        mixinStandardHelpOptions = true)
final class InstructCommand implements Callable<Integer> {

    private static final Map<String, String> TYPES =
            Map.of("pdf", "application/pdf", "jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png");

    @Mixin
    private Server server;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KEY", description = "For example 310245674-2147524143.")
    private String key;

    @Parameters(
            index = "1",
            paramLabel = "ACTION",
            description = "PAUSE, RESUME, NEW_DUE_DATE, MESSAGE, DISPUTE, ANSWER_DISPUTE or WITHDRAW.")
    private String action;

    @Option(names = "--text", description = "Message, or reason.")
    private String text;

    @Option(names = "--day", description = "New due date, end of a pause, or day a dispute was raised: YYYY-MM-DD.")
    private String day;

    @Option(names = "--ore", description = "Disputed part, or accepted part, in øre.")
    private Long ore;

    @Option(names = "--reply-to", description = "What the agency calls the question that is answered.")
    private String replyTo;

    @Option(names = "--outcome", description = "CLAIM_UPHELD, ACCEPTED_FULL, ACCEPTED_PARTIAL or CONCILIATION_BOARD.")
    private String outcome;

    @Option(names = "--price", description = "The price in øre that was shown, to confirm a withdrawal.")
    private Long price;

    @Option(
            names = "--reason",
            description = "Why a claim is withdrawn: SENT_WRONGLY, PAID_TO_US, AGREED or OTHER; told before --text.")
    private String reason;

    @Option(names = "--attach", description = "PDF, JPEG or PNG; may be given again.")
    private List<Path> attach = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        String claim = "/claims/" + Server.encoded(key);
        if ("WITHDRAW".equals(action) && price == null) {
            JsonNode shown = server.get(claim + "/withdrawal", Map.of());
            return server.print(shown, List.of(shown), "basis", "priceOre", "vatOre", "freeUntil", "freeFor", "words");
        }
        Map<String, Object> order = new HashMap<>();
        order.put("action", action);
        order.put("text", text);
        order.put("day", day);
        order.put("amountOre", ore);
        order.put("replyTo", replyTo);
        order.put("outcome", outcome);
        order.put("priceOre", price);
        order.put("reason", reason);
        order.values().removeIf(value -> value == null);
        if (!attach.isEmpty()) {
            order.put("attachments", enclosed());
        }
        JsonNode done = server.post(claim + "/instructions", order);
        return server.print(done, List.of(done), "id", "name", "how", "state", "deliveryId", "taskId", "noticeFrom");
    }

    private List<Map<String, String>> enclosed() throws IOException {
        List<Map<String, String>> enclosed = new ArrayList<>();
        for (Path file : attach) {
            String name = file.getFileName().toString();
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
            if (type == null || !Files.isReadable(file)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--attach " + file + " is no PDF, JPEG or PNG that can be read");
            }
            enclosed.add(Map.of(
                    "name",
                    name,
                    "mediaType",
                    type,
                    "content",
                    Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        }
        return enclosed;
    }
}
