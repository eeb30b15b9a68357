package no.kravbro.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import no.kravbro.sandbox.tripletex.TripletexSandbox;

/**
 * The sandbox's own page, as a partner on its own port: {@code GET /} tells the rest, {@code GET /clock}, {@code POST /clock/advance} with
 * {@code {"days":1}} or {@code {"hours":n}}, {@code POST /bank}, {@code POST /faults}, {@code DELETE /faults?partner=x}, {@code POST
 * /faults/release?partner=x}, {@code GET /overview}. Days pass one by one, so that the inhabitants live in step.
 */
public final class Control implements Partner {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final int LONGEST_HOURS = 24 * 366;

    private final SandboxClock clock;
    private final ClockMemory memory;
    private final Faults faults;
    private final Map<String, Inhabitant> inhabitants = new LinkedHashMap<>();
    private final Map<String, Consumer<JsonNode>> commands = new LinkedHashMap<>();
    private final Map<String, String> helps = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> shown = new LinkedHashMap<>();
    private Instant remembered = Instant.MIN;
    private TripletexSandbox tripletex;

    public Control(SandboxClock clock, ClockMemory memory, Faults faults) {
        this.clock = clock;
        this.memory = memory;
        this.faults = faults;
    }

    /** Whose books are posted in when somebody pays into a creditor's bank by {@code POST /bank}. */
    public synchronized Control payingWith(TripletexSandbox books) {
        tripletex = books;
        return this;
    }

    /** Somebody takes commands: {@code POST /<name>}. @param help how such a command looks */
    public synchronized Control command(String name, String help, Consumer<JsonNode> taker) {
        commands.put("POST /" + name, taker);
        helps.put("POST /" + name, help);
        return this;
    }

    /** Somebody shows something: {@code GET /<name>}. @param help what is to be seen @param json what it is now */
    public synchronized Control page(String name, String help, Supplier<String> json) {
        shown.put("GET /" + name, json);
        helps.put("GET /" + name, help);
        return this;
    }

    public synchronized Control register(String name, Inhabitant inhabitant) {
        inhabitants.put(name, inhabitant);
        return this;
    }

    @Override
    public Reply handle(Call call) {
        try {
            return switch (call.method() + " " + call.path()) {
                case "GET /" ->
                    Reply.json(200, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(pages()));
                case "GET /clock" -> clock();
                case "POST /clock/advance" -> advance(JSON.readTree(call.text()));
                case "POST /bank" -> bank(JSON.readTree(call.text()));
                case "GET /overview" -> Reply.json(200, JSON.writeValueAsString(overview()));
                case "POST /faults" -> plan(JSON.readTree(call.text()));
                case "DELETE /faults" -> forPartner(call, faults::clear);
                case "POST /faults/release" -> forPartner(call, faults::release);
                default -> commanded(call);
            };
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Reply.json(
                    400, JSON.createObjectNode().put("error", e.getMessage()).toString());
        }
    }

    /** Lets everybody live up to now; called by the heartbeat. */
    public synchronized void tick() {
        inhabitants.values().forEach(Inhabitant::onTimeMoved);
        if (Duration.between(remembered, clock.instant()).toSeconds() >= 30) {
            remember();
        }
    }

    public synchronized void advanceDays(int days) {
        for (int day = 0; day < days; day++) {
            ZonedDateTime now = clock.instant().atZone(SandboxClock.OSLO);
            step(Duration.between(now, now.plusDays(1)));
        }
    }

    public synchronized void advanceHours(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            step(Duration.ofHours(1));
        }
    }

    private void step(Duration by) {
        clock.advance(by);
        remember();
        inhabitants.values().forEach(Inhabitant::onTimeMoved);
    }

    private void remember() {
        memory.remember(clock);
        remembered = clock.instant();
    }

    private Map<String, Object> pages() {
        Map<String, Object> pages = new LinkedHashMap<>();
        pages.put("GET /overview", "what everybody has, and the faults that are planned");
        pages.put("GET /clock", "the time in the sandbox");
        pages.put("POST /clock/advance", "{\"days\":1} or {\"hours\":6}");
        pages.put(
                "POST /faults", "{\"partner\":\"kk2\",\"kind\":\"GARBAGE\",\"times\":1}: a trouble for the next calls");
        pages.put(
                "POST /bank",
                "{\"organization\":\"310245674\",\"ore\":1242122,\"text\":\"Ihht samlebilag 48213\"}: a line of the"
                        + " creditor's bank statement, posted against the interim account; day if not today");
        pages.put("DELETE /faults?partner=kk2", "no more trouble with that partner");
        pages.put("POST /faults/release?partner=kk2", "answers that are held back go out");
        pages.putAll(helps);
        pages.put("partners", inhabitants.keySet());
        pages.put("kinds", Arrays.stream(FaultKind.values()).map(Enum::name).toList());
        return pages;
    }

    private Reply commanded(Call call) throws JsonProcessingException {
        Supplier<String> page = shown.get(call.method() + " " + call.path());
        if (page != null) {
            return Reply.json(200, page.get());
        }
        Consumer<JsonNode> taker = commands.get(call.method() + " " + call.path());
        if (taker == null) {
            return Reply.json(404, "{\"error\":\"Unknown page\"}");
        }
        taker.accept(JSON.readTree(call.text()));
        return Reply.empty(204);
    }

    private Reply clock() {
        return Reply.json(200, "{\"now\":\"" + SECONDS.format(clock.instant().atZone(SandboxClock.OSLO)) + "\"}");
    }

    private Reply advance(JsonNode body) {
        int days = body.path("days").asInt();
        int hours = body.path("hours").asInt();
        if (days < 0 || hours < 0 || days + hours == 0 || 24L * days + hours > LONGEST_HOURS) {
            throw new IllegalArgumentException("Say how many days or hours, more than none and at most a year");
        }
        advanceDays(days);
        advanceHours(hours);
        return clock();
    }

    private Reply bank(JsonNode body) {
        String text = body.path("text").asText("");
        long ore = body.path("ore").asLong();
        if (text.isBlank() || ore == 0) {
            throw new IllegalArgumentException("Say the creditor's organization number, ore and text");
        }
        String day = body.path("day").asText("");
        tripletex.bank(
                body.path("organization").asText(""), day.isEmpty() ? clock.today() : LocalDate.parse(day), ore, text);
        return Reply.empty(204);
    }

    private synchronized Map<String, Object> overview() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("now", SECONDS.format(clock.instant().atZone(SandboxClock.OSLO)));
        all.put("faults", faults.planned());
        inhabitants.forEach((name, inhabitant) -> all.put(name, inhabitant.overview()));
        return all;
    }

    private Reply plan(JsonNode body) {
        faults.plan(FaultJson.partner(body), FaultJson.read(body));
        return Reply.empty(204);
    }

    private static Reply forPartner(Call call, Consumer<String> action) {
        if (call.param("partner") == null) {
            throw new IllegalArgumentException("Which partner?");
        }
        action.accept(call.param("partner"));
        return Reply.empty(204);
    }
}
