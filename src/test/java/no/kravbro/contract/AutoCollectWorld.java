package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.agency.Capabilities.Price;
import no.kravbro.claim.Stage;
import no.kravbro.flows.Journey;
import no.kravbro.flows.World;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.autocollect.AutoCollectSandbox;
import no.kravbro.sandbox.autocollect.Organization;
import no.kravbro.sandbox.autocollect.Plan;

/** The product beside a simulated AutoCollect that tells it of its verdicts. */
final class AutoCollectWorld extends SimulatedAgency implements TokenAgencyWorld, EventAgencyWorld, InstructedWorld {

    private static final String ORGANIZATION = AutoCollectSandbox.BASE + "/orgs/" + Organization.NORDLYS.id();

    private final OtherSystem other;

    AutoCollectWorld() {
        this(World.freePort());
    }

    private AutoCollectWorld(int port) {
        super(
                AutoCollectSandbox.NAME,
                World.town(SandboxTown.Story.SHOWN, "http://localhost:" + port + "/webhooks/autocollect"),
                Path.of("src/test/resources/sandbox/creditors-dry-run.yaml"),
                "server.port=" + port);
        other = new OtherSystem(town.autoCollect(), "/token");
    }

    @Override
    public Map<FaultKind, String> turningAway() {
        return Map.of(FaultKind.TOO_MANY_429, "RATE_LIMITED", FaultKind.LOCKED_423, "LOCKED");
    }

    @Override
    public Map<FaultKind, String> leavingInDoubt() {
        return Map.of(
                FaultKind.RESET_BEFORE, "TIMEOUT",
                FaultKind.ERROR_500_BEFORE, "SERVER_ERROR",
                FaultKind.UNAVAILABLE_503, "SERVER_ERROR");
    }

    @Override
    public void handOverMeets(Fault fault) {
        meets(fault.on("POST", ".*/invoices"));
    }

    @Override
    public void inquiryMeets(Fault fault) {
        meets(fault.on("GET", ".*/batches"));
    }

    @Override
    public void eventMeets(FaultKind fault) {
        meets(Fault.next(fault, 1).on(null, "BATCH_COMPLETED"));
    }

    @Override
    public void refuses(String key, String code) {
        town.autoCollect().script(key, Plan.rejected(code, "As the test says"));
    }

    @Override
    public void knowsFromElsewhere(Journey claim) {
        Map<String, Object> debtor =
                Map.of("type", "PRIVATE", "customerNumber", "20005", "fullName", "Åse Øvrebø Prøve");
        Map<String, Object> invoice = Map.of(
                "type",
                "NOTICE",
                "invoiceNumber",
                claim.invoice().number(),
                "vat",
                true,
                "fees",
                true,
                "currency",
                "NOK",
                "originalInvoiceAmount",
                1000.00,
                "invoiceDate",
                claim.invoice().invoiceDate().toString(),
                "dueDate",
                claim.invoice().dueDate().toString(),
                "uniqueSourceInvoiceId",
                claim.key(),
                "debtors",
                List.of(debtor));
        takes(new Sent("elsewhere-" + claim.key(), json(Map.of("invoices", List.of(invoice)))));
        assertThat(claims(claim.key())).isEqualTo(1);
    }

    /** Takes a hand-over in, whoever sent it, and decides it. */
    void takes(Sent handOver) {
        other.send(
                "POST", ORGANIZATION + "/invoices", Map.of("IdempotencyKey", handOver.id()), handOver.content(), 202);
        decides();
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void forbids(boolean on) {
        town.autoCollect().forbid(Organization.NORDLYS.id(), on);
    }

    @Override
    public void decides() {
        town.autoCollect().processBatches();
    }

    @Override
    public void tells() {
        town.autoCollect().deliverEvents();
    }

    @Override
    public void tellsAgain() {
        var log = town.autoCollect().webhooks().log().all();
        Call last = log.get(log.size() - 1).call();
        town.autoCollect()
                .webhooks()
                .post(
                        last.headers().get("IdempotencyKey"),
                        last.headers().get("X-Amili-Event"),
                        "http://localhost:" + world.port() + last.path(),
                        last.text());
        tells();
    }

    @Override
    public boolean takesPaymentsBack() {
        return false;
    }

    @Override
    public Standing standing(String key) {
        return town.autoCollect().standing(key);
    }

    @Override
    public void reportMeets(Fault fault) {
        meets(fault.on("POST", ".*/(payments|corrections)"));
    }

    @Override
    public long claims(String key) {
        return town.autoCollect().claims(key);
    }

    @Override
    public List<Sent> sent(String key) {
        return town.autoCollectCalls().of("POST", ".*/invoices").stream()
                .map(logged -> logged.call())
                .filter(call -> call.text().contains("\"" + key + "\""))
                .map(call -> new Sent(call.headers().get("IdempotencyKey"), call.text()))
                .toList();
    }

    @Override
    public long tokens() {
        return town.autoCollectCalls().count("POST", "/token");
    }

    @Override
    public void instructionMeets(Fault fault) {
        meets(fault.on("POST", ".*/cases/.*"));
    }

    @Override
    public void moves(String key, Stage stage) {
        town.autoCollect().moveTo(key, stage);
    }

    @Override
    public Price withdrawal() {
        return Price.COSTS;
    }

    /** What it has received has no case. */
    @Override
    public Set<Stage> stages() {
        return EnumSet.complementOf(EnumSet.of(Stage.RECEIVED, Stage.CLOSED));
    }
}
