package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.kravbro.access.Right;
import no.kravbro.access.Role;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.Organization;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each operation of the contract, asked by who has no key, a key without its right, and a key of another creditor. */
class EveryOperationTest {

    private static final String CREDITOR = "nordlys";
    private static final String OTHER = "bergvik";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Where the contract does not tell which of the values it allows are taken. */
    private static final Map<String, String> BODIES = Map.of(
            "orderInstruction", "{\"action\":\"PAUSE\",\"text\":\"abc\"}",
            "correctDeadLetter", "{\"fields\":{\"debtor.postalCode\":\"0150\"}}");

    private static World world;
    private static List<Operation> operations;

    /** An operation with the ids of the creditor in its path. */
    private record Operation(String id, String method, Right right, String path, String body) {}

    @BeforeAll
    static void start() throws Exception {
        world = World.afterReading(World.town(SandboxTown.Story.SHOWN, null), "every-operation");
        world.town().autoCollect().forbid(Organization.NORDLYS.id(), true);
        Journey claim =
                Journey.begin(world, CREDITOR, Journey.free(world, CREDITOR, 1)).get(0);
        claim.await("letter of", () -> claim.letter() != null);
        world.untilQuiet();
        operations = operations(Map.of(
                "creditor", CREDITOR,
                "key", claim.key(),
                "agency", "autocollect",
                "group", "none",
                "plan", "none",
                "version", "none",
                "token", "none"));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static List<Operation> operations(Map<String, String> names) throws Exception {
        JsonNode contract = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/main/resources/openapi/kravbro.yaml").toFile());
        List<Operation> all = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    JsonNode operation = each.getValue();
                    all.add(new Operation(
                            operation.path("operationId").asText(),
                            each.getKey().toUpperCase(Locale.ROOT),
                            Right.valueOf(operation.path("x-right").asText()),
                            filled(path.getKey(), names),
                            new Specimen(contract)
                                    .of(operation.at("/requestBody/content/application~1json/schema"))
                                    .toString()));
                }));
        assertThat(all).hasSizeGreaterThan(70);
        return all;
    }

    private static String filled(String path, Map<String, String> names) {
        String filled = path;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        String table = path.startsWith("/deliveries") ? "delivery" : "dead_letter";
        return filled.replace("{id}", String.valueOf(world.count("select max(id) from " + table)));
    }

    @Test
    void nobodyIsAnsweredWithoutAKeyThatHolds() throws Exception {
        Map<String, Object> before = state();
        for (Operation operation : operations) {
            for (String key : Arrays.asList(null, "kravbro_" + "A".repeat(43))) {
                HttpResponse<String> answer = ask(operation, key);
                assertThat(answer.statusCode())
                        .as(operation + " " + answer.body())
                        .isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
                assertThat(answer.body()).contains("UNAUTHENTICATED").doesNotContain(CREDITOR);
            }
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aKeyWithoutTheRightIsRefused() throws Exception {
        Map<String, Object> before = state();
        Map<Role, String> keys = new TreeMap<>();
        for (Operation operation : operations) {
            Role without = Arrays.stream(Role.values())
                    .filter(role ->
                            role != Role.ACCOUNTANT && !operation.right().of(Set.of(role)))
                    .findFirst()
                    .orElseThrow();
            HttpResponse<String> answer =
                    ask(operation, keys.computeIfAbsent(without, role -> ProgramKey.of(world, Set.of(role), null)));
            assertThat(answer.statusCode()).as(operation + " " + answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("FORBIDDEN").doesNotContain(CREDITOR);
        }
        assertThat(state()).isEqualTo(before);
    }

    /** What concerns all creditors at once is refused too. What names one of the creditor's things does not exist for it; lists leave them out. */
    @Test
    void anotherCreditorsKeySeesAndChangesNothing() throws Exception {
        String key = ProgramKey.of(
                world,
                Set.of(Role.SUPPORT, Role.OPERATIONS, Role.INTEGRATOR, Role.APPROVER, Role.AUDITOR),
                Set.of(OTHER));
        List<String> answered = new ArrayList<>();
        Map<String, Object> before = state();
        String refusals = "select count(*) from audit where subject = 'api/listRoutePlans' and detail = 'READ_MACHINE'"
                + " and roles like '%INTEGRATOR%' and outcome = 'REFUSED'";
        assertThat(world.count(refusals)).isZero();
        for (Operation operation : operations) {
            HttpResponse<String> answer = ask(operation, key);
            boolean named = operation.path().matches(".*/(creditors|claims|deliveries|dead-letters|agencies)/.+");
            if (named && !Set.of(403, 404).contains(answer.statusCode())) {
                answered.add(answer.statusCode() + " " + operation + " " + answer.body());
            }
            assertThat(answer.statusCode()).as(operation + " " + answer.body()).isLessThan(500);
            if (answer.statusCode() < 300) {
                assertThat(answer.body()).as(operation.id()).doesNotContain(CREDITOR, "310245674");
            }
        }
        assertThat(answered).isEmpty();
        assertThat(world.count(refusals)).isEqualTo(1);
        assertThat(state()).isEqualTo(before);
    }

    private static Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        for (String table : List.of("delivery", "dead_letter", "task", "difference", "exclusion", "dispute", "pause")) {
            state.put(table, world.count("select count(*) from " + table));
        }
        state.put(
                "letters",
                world.sql()
                        .sql("select id, state, updated_at from dead_letter order by id")
                        .query()
                        .listOfRows());
        return state;
    }

    private static HttpResponse<String> ask(Operation operation, String key) throws Exception {
        HttpRequest.Builder call = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + world.port() + "/api/v1" + operation.path()))
                .header("Content-Type", "application/json")
                .method(
                        operation.method(),
                        operation.method().equals("POST")
                                ? HttpRequest.BodyPublishers.ofString(
                                        BODIES.getOrDefault(operation.id(), operation.body()))
                                : HttpRequest.BodyPublishers.noBody());
        return CLIENT.send(
                (key == null ? call : call.header("Authorization", "Bearer " + key)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
