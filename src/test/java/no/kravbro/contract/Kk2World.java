package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.kravbro.agency.Capabilities.Price;
import no.kravbro.claim.Stage;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.kk2.Kk2Neighbour;
import no.kravbro.sandbox.kk2.Kk2Sandbox;
import no.kravbro.sandbox.kk2.Plan;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** The product beside a simulated KK2. */
final class Kk2World extends SimulatedAgency implements TokenAgencyWorld, InstructedWorld {

    /** Our id stands in the body here, so two hand-overs of the same content differ in it. */
    private static final String ID = "(?s).*\"innsendingId\"\\s*:\\s*\"([^\"]+)\".*";

    private final Kk2Neighbour kk2;
    private final OtherSystem other;

    Kk2World() {
        super(Kk2Sandbox.NAME);
        kk2 = town.neighbour(Kk2Neighbour.class);
        other = new OtherSystem(kk2.sandbox(), Kk2Sandbox.BASE + "/oauth/token");
        // The first look into the contract takes longer than an answer may.
        other.get(Kk2Sandbox.BASE + "/saker");
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
        meets(fault.on("PUT", ".*/krav/[^/]*"));
    }

    @Override
    public void inquiryMeets(Fault fault) {
        meets(fault.on("GET", ".*/krav/[^/]*"));
    }

    @Override
    public void refuses(String key, String code) {
        kk2.sandbox().script(key, Plan.refused(norwegian(code)));
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
        other.send("PUT", Kk2Sandbox.BASE + "/krav/" + key, Map.of(), body, 201);
    }

    /** Takes our own first hand-over of the claim in, after it had been turned away. */
    void takesAfterAll(String key) {
        takes(key, kk2.calls().of("PUT", ".*/krav/" + key).get(0).call().text());
    }

    /** Our or another's id under which the newest case of the key stands. */
    String holder(String key) {
        return other.get(Kk2Sandbox.BASE + "/krav/" + key).replaceAll(ID, "$1");
    }

    @Override
    public void forbids(boolean on) {
        kk2.sandbox().forbid(TripletexStory.NORDLYS_ORGANIZATION, on);
    }

    /** Nothing waits: the answer is the verdict. */
    @Override
    public void decides() {}

    @Override
    public String endedByPayment() {
        return null;
    }

    @Override
    public boolean paysOut() {
        return false;
    }

    @Override
    public Standing standing(String key) {
        return kk2.sandbox().standing(key);
    }

    @Override
    public void reportMeets(Fault fault) {
        meets(fault.on("POST", ".*/(betalinger|kreditnotaer)"));
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
    public void instructionMeets(Fault fault) {
        meets(fault.on("POST", ".*/instruks"));
    }

    @Override
    public void moves(String key, Stage stage) {
        kk2.sandbox().moveTo(key, stage);
    }

    @Override
    public Price withdrawal() {
        return Price.NONE;
    }
}
