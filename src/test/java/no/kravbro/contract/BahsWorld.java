package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.agency.Capabilities.Price;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Stage;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.bahs.BahsNeighbour;
import no.kravbro.sandbox.bahs.BahsSandbox;
import no.kravbro.sandbox.bahs.Script;
import no.kravbro.sandbox.tripletex.TripletexStory;

/** The product beside a simulated BAHS, which tells only who asks. */
final class BahsWorld extends SimulatedAgency implements InstructedWorld {

    private static final String ID = "(?s).*<innsendingId>([^<]+)</innsendingId>.*";

    private final BahsNeighbour bahs;

    BahsWorld() {
        super(BahsSandbox.NAME);
        bahs = town.neighbour(BahsNeighbour.class);
    }

    BahsSandbox sandbox() {
        return bahs.sandbox();
    }

    @Override
    public Map<FaultKind, String> turningAway() {
        return Map.of(FaultKind.LOCKED_423, "LOCKED");
    }

    /** MidlertidigFeil. */
    @Override
    public FaultKind busy() {
        return FaultKind.LOCKED_423;
    }

    /** UgyldigInndataFeil and FinnesFeil. */
    @Override
    public Map<FaultKind, String> refusingContent() {
        return Map.of(FaultKind.BAD_REQUEST_400, "INVALID_DATA", FaultKind.UNPROCESSABLE_422, "CONTENT_CHANGED");
    }

    /** Whatever carries no typed fault proves nothing. */
    @Override
    public Map<FaultKind, String> leavingInDoubt() {
        return Map.of(
                FaultKind.RESET_BEFORE,
                "TIMEOUT",
                FaultKind.ERROR_500_BEFORE,
                "SERVER_ERROR",
                FaultKind.UNAVAILABLE_503,
                "SERVER_ERROR",
                FaultKind.TOO_MANY_429,
                "SERVER_ERROR");
    }

    @Override
    public void handOverMeets(Fault fault) {
        meets(fault.on("POST", ".*/RegistrerSaker"));
    }

    @Override
    public void inquiryMeets(Fault fault) {
        meets(fault.on("POST", ".*/HentOperasjonsstatus"));
    }

    /** The look at a case that stands in their books already. */
    void lookMeets(Fault fault) {
        meets(fault.on("POST", ".*/HentSak"));
    }

    @Override
    public void refuses(String key, String code) {
        bahs.sandbox().script(key, Script.rejected(norwegian(code)));
    }

    @Override
    public void knowsFromElsewhere(Journey claim) {
        takes("elsewhere-" + claim.key(), claim);
        assertThat(claims(claim.key())).isEqualTo(1);
    }

    /** Takes a hand-over in under this id, whoever sent it, and decides it. */
    void takes(String submission, Journey claim) {
        ClaimKey key = ClaimKey.parse(claim.key());
        String document =
                """
                <RegistrerSakerInn xmlns="urn:kravbro:bahs:inkassoflyt:v1"><innsendingId>%s</innsendingId><krav>\
                <nokkel><kreditorOrgnr>%s</kreditorOrgnr><fakturaId>%d</fakturaId></nokkel><fakturanummer>%s</fakturanummer>\
                <fakturadato>%s</fakturadato><forfallsdato>%s</forfallsdato><opprinneligBelop>1000.00</opprinneligBelop>\
                <restHovedstol>1000.00</restHovedstol><valuta>NOK</valuta><kreditorMvaRegistrert>true</kreditorMvaRegistrert>\
                <startsteg>VARSEL</startsteg><skyldner><type>PRIVAT</type><kundenummer>20005</kundenummer>\
                <navn>Åse Øvrebø Prøve</navn><adresse1>Prøveveien 1</adresse1><postnr>0150</postnr><poststed>Oslo</poststed>\
                <land>NO</land></skyldner></krav></RegistrerSakerInn>"""
                        .formatted(
                                submission,
                                key.organizationNumber(),
                                key.invoiceId(),
                                claim.invoice().number(),
                                claim.invoice().invoiceDate(),
                                claim.invoice().dueDate());
        assertThat(bahs.asked(document)).contains("operasjonsId");
        decides();
    }

    @Override
    public void forbids(boolean on) {
        bahs.sandbox().forbid(TripletexStory.NORDLYS_ORGANIZATION, on);
    }

    @Override
    public void decides() {
        bahs.sandbox().processOperations();
    }

    @Override
    public Standing standing(String key) {
        return bahs.sandbox().standing(key);
    }

    @Override
    public void reportMeets(Fault fault) {
        meets(fault.on("POST", ".*/Registrer(Innbetaling|Kreditnota)"));
    }

    @Override
    public long claims(String key) {
        return bahs.sandbox().claims(key);
    }

    /** The document from its first to its last byte, without the envelope, which is new every time. */
    @Override
    public List<Sent> sent(String key) {
        return handOvers(key)
                .map(text -> text.substring(text.indexOf("<RegistrerSakerInn"), text.indexOf("</env:Body>")))
                .map(text -> new Sent(text.replaceAll(ID, "$1"), text.replace(text.replaceAll(ID, "$1"), "")))
                .toList();
    }

    /** The nonces of the hand-overs that named this key. */
    List<String> nonces(String key) {
        return handOvers(key)
                .map(text -> text.replaceAll("(?s).*<wsse:Nonce[^>]*>([^<]+)<.*", "$1"))
                .toList();
    }

    private Stream<String> handOvers(String key) {
        String invoice = "<fakturaId>" + ClaimKey.parse(key).invoiceId() + "</fakturaId>";
        return bahs.calls().of("POST", ".*/RegistrerSaker").stream()
                .map(logged -> logged.call().text())
                .filter(text -> text.contains(invoice));
    }

    @Override
    public void instructionMeets(Fault fault) {
        meets(fault.on("POST", ".*/(EndreSak|TrekkSak)"));
    }

    @Override
    public void moves(String key, Stage stage) {
        bahs.sandbox().moveTo(key, stage);
    }

    @Override
    public Price withdrawal() {
        return Price.QUOTED;
    }
}
