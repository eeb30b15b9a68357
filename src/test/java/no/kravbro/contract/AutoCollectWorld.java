package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.kravbro.flows.Journey;
import no.kravbro.flows.World;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.autocollect.AutoCollectSandbox;
import no.kravbro.sandbox.autocollect.Organization;
import no.kravbro.sandbox.autocollect.Plan;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** The product beside a simulated AutoCollect that tells it of its verdicts. */
final class AutoCollectWorld implements AgencyWorld {

    private static final String ORGANIZATION = AutoCollectSandbox.BASE + "/orgs/" + Organization.NORDLYS.id();
    private static final int INVOICES = 60;

    private final SandboxTown town;
    private final World world;

    AutoCollectWorld() {
        int port = World.freePort();
        town = World.town(SandboxTown.Story.SHOWN, "http://localhost:" + port + "/webhooks/autocollect");
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, INVOICES);
        world = World.afterReading(
                town,
                "contract-autocollect",
                "server.port=" + port,
                "kravbro.delivery.poll=50ms",
                "kravbro.http.answer-timeout=1s");
    }

    @Override
    public World product() {
        return world;
    }

    @Override
    public List<String> accepting() {
        return List.of("SEND HANDED_OVER", "INQUIRE ACCEPTED");
    }

    @Override
    public List<String> refusing(String cause) {
        return List.of("SEND HANDED_OVER", "INQUIRE REJECTED " + cause);
    }

    @Override
    public List<String> finding() {
        return List.of("INQUIRE HANDED_OVER", "INQUIRE ACCEPTED");
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
    public String creditor() {
        return "nordlys";
    }

    @Override
    public void handOverMeets(Fault fault) {
        town.faults().plan(AutoCollectSandbox.NAME, fault.on("POST", ".*/invoices"));
    }

    @Override
    public void inquiryMeets(Fault fault) {
        town.faults().plan(AutoCollectSandbox.NAME, fault.on("GET", ".*/batches"));
    }

    @Override
    public void eventMeets(FaultKind fault) {
        town.faults().plan(AutoCollectSandbox.NAME, Fault.next(fault, 1).on(null, "BATCH_COMPLETED"));
    }

    @Override
    public void hangsUp() {
        town.faults().plan(AutoCollectSandbox.NAME, Fault.next(FaultKind.REFUSED, 1));
    }

    @Override
    public void recovers() {
        town.faults().clear(AutoCollectSandbox.NAME);
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
        Reply taken = call(
                "POST",
                ORGANIZATION + "/invoices",
                Map.of(
                        "Authorization",
                        "Bearer " + token(),
                        "Content-Type",
                        "application/json",
                        "IdempotencyKey",
                        handOver.id()),
                handOver.content());
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        decides();
    }

    private String token() {
        Reply reply = call(
                "POST",
                "/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=kravbro-test&client_secret=not-a-secret");
        return reply.text().replaceAll(".*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private Reply call(String method, String path, Map<String, String> headers, String body) {
        return town.autoCollect()
                .handle(new Call(method, path, Map.of(), headers, body.getBytes(StandardCharsets.UTF_8)));
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
    public void close() {
        world.close();
    }
}
