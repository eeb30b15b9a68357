package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.kravbro.flows.Journey;
import no.kravbro.flows.World;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.kk2.Kk2Sandbox;
import no.kravbro.sandbox.kk2.Plan;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** The product beside a simulated KK2. */
final class Kk2World implements AgencyWorld {

    private static final int INVOICES = 80;
    private static final Map<String, String> REFUSALS =
            Map.of("DEBTOR_MISMATCH", "SKYLDNER_AVVIK", "LIMITATION", "FORELDET");

    /** Our id stands in the body here, so two hand-overs of the same content differ in it. */
    private static final String ID = "(?s).*\"innsendingId\"\\s*:\\s*\"([^\"]+)\".*";

    private final SandboxTown town;
    private final Kk2Neighbour kk2;
    private final World world;

    Kk2World() {
        town = World.town(SandboxTown.Story.SHOWN, null);
        kk2 = town.neighbour(Kk2Neighbour.class);
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, INVOICES);
        world = World.afterReading(
                Path.of("src/test/resources/flows/kk2-dry-run.yaml"),
                town,
                "contract-kk2",
                "kravbro.creditors-file=src/test/resources/flows/kk2.yaml",
                "kravbro.delivery.poll=50ms",
                "kravbro.http.answer-timeout=1s");
        // The first look into the contract takes longer than an answer may.
        call("GET", "/saker", Map.of("Authorization", "Bearer " + token()), "");
    }

    @Override
    public World product() {
        return world;
    }

    @Override
    public String creditor() {
        return "nordlys";
    }

    @Override
    public List<String> accepting() {
        return List.of("SEND ACCEPTED");
    }

    @Override
    public List<String> refusing(String cause) {
        return List.of("SEND REJECTED " + cause);
    }

    @Override
    public List<String> finding() {
        return List.of("INQUIRE ACCEPTED");
    }

    @Override
    public Map<FaultKind, String> turningAway() {
        return Map.of(FaultKind.TOO_MANY_429, "RATE_LIMITED", FaultKind.UNAVAILABLE_503, "SERVER_ERROR");
    }

    @Override
    public Map<FaultKind, String> leavingInDoubt() {
        return Map.of(FaultKind.RESET_BEFORE, "TIMEOUT", FaultKind.ERROR_500_BEFORE, "SERVER_ERROR");
    }

    @Override
    public void handOverMeets(Fault fault) {
        town.faults().plan(Kk2Sandbox.NAME, fault.on("PUT", ".*/krav/[^/]*"));
    }

    @Override
    public void inquiryMeets(Fault fault) {
        town.faults().plan(Kk2Sandbox.NAME, fault.on("GET", ".*/krav/[^/]*"));
    }

    @Override
    public void eventMeets(FaultKind fault) {
        throw new UnsupportedOperationException("KK2 sends no events");
    }

    @Override
    public void hangsUp() {
        town.faults().plan(Kk2Sandbox.NAME, Fault.next(FaultKind.REFUSED, 1));
    }

    @Override
    public void recovers() {
        town.faults().clear(Kk2Sandbox.NAME);
    }

    @Override
    public void refuses(String key, String code) {
        kk2.sandbox().script(key, Plan.refused(REFUSALS.get(code)));
    }

    @Override
    public void knowsFromElsewhere(Journey claim) {
        String body = ("{'innsendingId':'elsewhere-" + claim.key() + "','versjon':1,'fakturanummer':'"
                        + claim.invoice().number() + "','fakturadato':'"
                        + claim.invoice().invoiceDate()
                        + "','forfallsdato':'" + claim.invoice().dueDate() + "','opprinneligBelop':100000,"
                        + "'restHovedstol':100000,'kreditorMvaRegistrert':true,'kunde':{'type':'PRIVAT',"
                        + "'kundenummer':'20005','navn':'Åse Øvrebø Prøve','adresse1':'Prøveveien 1','postnr':'0150',"
                        + "'poststed':'Oslo','land':'NO'},'bilagslinjer':[{'posteringId':1,'bilagId':2,'dato':'"
                        + claim.invoice().invoiceDate() + "','konto':1500,'belop':100000}]}")
                .replace('\'', '"');
        takes(claim.key(), body);
        assertThat(claims(claim.key())).isEqualTo(1);
    }

    /** Takes a hand-over in, whoever sent it. */
    void takes(String key, String body) {
        Reply taken = call(
                "PUT",
                "/krav/" + key,
                Map.of("Authorization", "Bearer " + token(), "Content-Type", "application/json"),
                body);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    }

    /** Takes our own first hand-over of the claim in, after it had been turned away. */
    void takesAfterAll(String key) {
        takes(key, kk2.calls().of("PUT", ".*/krav/" + key).get(0).call().text());
    }

    /** Our or another's id under which the newest case of the key stands. */
    String holder(String key) {
        return call("GET", "/krav/" + key, Map.of("Authorization", "Bearer " + token()), "")
                .text()
                .replaceAll(ID, "$1");
    }

    private String token() {
        Reply reply = call(
                "POST",
                "/oauth/token",
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&client_id=kravbro-test&client_secret=not-a-secret");
        return reply.text().replaceAll(".*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private Reply call(String method, String path, Map<String, String> headers, String body) {
        return kk2.sandbox()
                .handle(new Call(
                        method, Kk2Sandbox.BASE + path, Map.of(), headers, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void forbids(boolean on) {
        kk2.sandbox().forbid(TripletexStory.NORDLYS_ORGANIZATION, on);
    }

    /** Nothing waits: the answer is the verdict. */
    @Override
    public void decides() {}

    @Override
    public void tells() {}

    @Override
    public void tellsAgain() {
        throw new UnsupportedOperationException("KK2 sends no events");
    }

    @Override
    public long claims(String key) {
        return kk2.sandbox().claims(key);
    }

    @Override
    public List<Sent> sent(String key) {
        return kk2.calls().of("PUT", ".*/krav/" + key).stream()
                .map(LoggedCall::call)
                .map(Call::text)
                .map(text -> new Sent(text.replaceAll(ID, "$1"), text.replaceFirst(text.replaceAll(ID, "$1"), "")))
                .toList();
    }

    @Override
    public long tokens() {
        return kk2.calls().count("POST", ".*/oauth/token");
    }

    @Override
    public void close() {
        world.close();
    }
}
