package no.kravbro.sandbox.kk2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call of the contract, its rules and refusals. */
class WireTest {

    private static final String PATH = "/krav/" + Bureau.KEY;

    private final Store store = new Store(null);
    private final Bureau bureau = new Bureau("2025-12-30T08:00:00Z", store);

    @BeforeEach
    void taken() {
        bureau.put(PATH, Bureau.claim(1, 1_000_000), 201);
    }

    @Test
    void withoutATokenNothingIsTold() {
        assertThat(bureau.token("wrong").status()).isEqualTo(401);
        Call bare = new Call("GET", Kk2Sandbox.BASE + PATH, Map.of(), Map.of(), new byte[0]);
        assertThat(bureau.checked(bare).status()).isEqualTo(401);
        bureau.get(PATH);
    }

    @Test
    void aTokenLivesForAnHour() {
        String old = bureau.token("not-a-secret").text().replaceAll(".*access_token\":\"([^\"]+)\".*", "$1");
        Map<String, String> headers = Map.of("Authorization", "Bearer " + old);
        Call call = new Call("GET", Kk2Sandbox.BASE + PATH, Map.of(), headers, new byte[0]);
        assertThat(bureau.checked(call).status()).isEqualTo(200);
        bureau.until("2025-12-30", 10);
        assertThat(bureau.checked(call).status()).isEqualTo(401);
    }

    @Test
    void aClaimIsReplacedByAHigherVersionOnly() {
        bureau.put(PATH, Bureau.claim(1, 1_000_000), 200);
        assertThat(code(bureau.put(PATH, Bureau.claim(1, 900_000), 409))).isEqualTo("UTDATERT");
        JsonNode replaced = bureau.put(PATH, Bureau.claim(3, 900_000), 200);
        assertThat(replaced.at("/saldo/hovedstol").asLong()).isEqualTo(900_000);
        assertThat(replaced.get("saksnummer").asText()).isEqualTo("K-80123");
        assertThat(code(bureau.put(PATH, Bureau.claim(2, 900_000), 409))).isEqualTo("UTDATERT");
        assertThat(bureau.get(PATH).get("versjon").asInt()).isEqualTo(3);
        assertThat(bureau.sandbox.claims(Bureau.KEY)).isEqualTo(1);
    }

    @Test
    void aClosedKeyGetsANewCase() {
        bureau.post(PATH + "/instruks", "{'instruksId':'i-1','handling':'TREKK','tekst':'Feil kunde'}", 200);
        assertThat(bureau.get(PATH).at("/avsluttet/arsak").asText()).isEqualTo("TRUKKET");
        JsonNode again = bureau.put(PATH, Bureau.claim(2, 1_000_000), 201);
        assertThat(again.get("saksnummer").asText()).isEqualTo("K-80124");
    }

    @ParameterizedTest
    @CsvSource({
        "restHovedstol\":1000000, restHovedstol\":999999, BELOP_AVVIK",
        "forfallsdato\":\"2025-12-15, forfallsdato\":\"2025-12-17, IKKE_FORFALT",
        "forfallsdato\":\"2025-12-15, forfallsdato\":\"2022-12-15, FORELDET",
        "type\":\"PRIVAT, type\":\"FORETAK, UGYLDIG_DATA"
    })
    void contentThatIsWrongIsRefused(String from, String to, String expected) {
        String claim = Bureau.claim(1, 1_000_000).replace(from, to);
        assertThat(code(bureau.put("/krav/310245674-77", claim, 422))).isEqualTo(expected);
    }

    @Test
    void whatIsNoClaimIsMalformed() {
        bureau.put("/krav/310245674-77", "{", 400);
        bureau.put("/krav/310245674-77", "{'versjon':1}", 400);
        assertThat(code(bureau.put("/krav/310777005-77", Bureau.claim(1, 1_000_000), 422)))
                .isEqualTo("UKJENT_KREDITOR");
        bureau.sandbox.forbid("310245674", true);
        bureau.put(PATH, Bureau.claim(2, 1_000_000), 403);
        bureau.sandbox.forbid("310245674", false);
        assertThat(bureau.call("GET", "/krav/310245674-78", "").status()).isEqualTo(404);
    }

    @Test
    void moneyCountsOnceByItsId() {
        String paid =
                "{'hendelseId':'posting-9','type':'DIREKTEBETALING','dato':'2025-12-30','belop':50000,'bilagId':1}";
        assertThat(bureau.post(PATH + "/betalinger", paid, 201)
                        .at("/saldo/hovedstol")
                        .asLong())
                .isEqualTo(950_000);
        assertThat(bureau.post(PATH + "/betalinger", paid, 200).get("resultat").asText())
                .isEqualTo("ALLEREDE_REGISTRERT");
        assertThat(code(bureau.post(PATH + "/betalinger", paid.replace("50000", "1"), 409)))
                .isEqualTo("ID_BRUKT");
        String known = paid.replace("posting-9", "posting-88001");
        assertThat(bureau.post(PATH + "/betalinger", known, 201)
                        .at("/saldo/hovedstol")
                        .asLong())
                .isEqualTo(950_000);
        String back = "{'hendelseId':'posting-10','type':'TILBAKEFORING','gjelderHendelseId':'%s','dato':'2025-12-30',"
                + "'belop':50000,'bilagId':2}";
        bureau.post(PATH + "/betalinger", back.formatted("posting-7"), 422);
        assertThat(bureau.post(PATH + "/betalinger", back.formatted("posting-9"), 201)
                        .at("/saldo/hovedstol")
                        .asLong())
                .isEqualTo(1_000_000);
    }

    @Test
    void creditNotesLowerOrCloseTheClaim() {
        String credit =
                "{'hendelseId':'posting-%d','kreditnotanummer':'7','dato':'2025-12-30','belop':%d,'full':%s,'bilagId':3}";
        bureau.post(PATH + "/kreditnotaer", credit.formatted(1, 250_000, false), 201);
        bureau.post(PATH + "/kreditnotaer", credit.formatted(2, 750_001, false), 422);
        bureau.post(PATH + "/kreditnotaer", credit.formatted(3, 750_000, true), 201);
        assertThat(bureau.get(PATH).at("/avsluttet/arsak").asText()).isEqualTo("KREDITERT");
        assertThat(code(bureau.post(PATH + "/kreditnotaer", credit.formatted(4, 1, false), 409)))
                .isEqualTo("IKKE_AKTIV");
    }

    @Test
    void instructionsFollowTheStage() {
        String order = "{'instruksId':'i-%d','handling':'%s'%s}";
        String pause = order.formatted(1, "PAUSE", ",'tekst':'Vent','dato':'2026-01-30'");
        bureau.post(PATH + "/instruks", pause, 200);
        assertThat(bureau.post(PATH + "/instruks", pause, 200).get("resultat").asText())
                .isEqualTo("ALLEREDE_UTFORT");
        assertThat(code(bureau.post(PATH + "/instruks", pause.replace("Vent", "Nei"), 409)))
                .isEqualTo("ID_BRUKT");
        bureau.post(PATH + "/instruks", order.formatted(2, "PAUSE", ",'tekst':'Igjen'"), 409);
        bureau.post(PATH + "/instruks", order.formatted(3, "GJENOPPTA", ""), 200);
        bureau.post(PATH + "/instruks", order.formatted(4, "NY_FORFALLSDATO", ""), 422);
        bureau.post(PATH + "/instruks", order.formatted(5, "NY_FORFALLSDATO", ",'dato':'2026-01-02'"), 200);
        bureau.post(PATH + "/instruks", order.formatted(6, "MELDING", ",'tekst':'Hei'"), 200);
        bureau.until("2026-02-02", 9);
        JsonNode no =
                bureau.post(PATH + "/instruks", order.formatted(7, "NY_FORFALLSDATO", ",'dato':'2026-03-02'"), 409);
        assertThat(code(no)).isEqualTo("STADIUM");
        assertThat(no.get("tillattHandling").toString()).contains("MELDING").doesNotContain("NY_FORFALLSDATO");
        String dispute = ",'tekst':'Ikke levert','dato':'2026-02-01'";
        bureau.post(PATH + "/instruks", order.formatted(8, "BESTRIDELSE", dispute), 200);
        assertThat(bureau.get(PATH).get("flagg").toString()).contains("BESTRIDT");
        String answer = ",'tekst':'Jo','svarPaId':'q-1','utfall':'%s'";
        bureau.post(PATH + "/instruks", order.formatted(9, "SVAR_BESTRIDELSE", ",'tekst':'x'"), 422);
        bureau.post(
                PATH + "/instruks", order.formatted(10, "SVAR_BESTRIDELSE", answer.formatted("GODTATT_DELVIS")), 422);
        bureau.post(
                PATH + "/instruks", order.formatted(11, "SVAR_BESTRIDELSE", answer.formatted("KRAV_FASTHOLDES")), 200);
        assertThat(bureau.get(PATH).get("flagg").toString()).doesNotContain("BESTRIDT");
    }

    @Test
    void pagesGoOnAfterTheCursor() {
        bureau.put("/krav/310245674-2", Bureau.claim("inn-2", 1, "10024", "2025-12-10", 500_000), 201);
        JsonNode first = bureau.get("/saker?antall=1");
        assertThat(first.get("flere").asBoolean()).isTrue();
        JsonNode second = bureau.get("/saker?etter=" + first.get("neste").asText());
        assertThat(second.at("/saker/0/key").asText()).isEqualTo("310245674-2");
        String last = second.get("neste").asText();
        assertThat(bureau.get("/saker?etter=" + last).get("saker")).isEmpty();
        bureau.sandbox.expireCursors();
        assertThat(bureau.call("GET", "/saker?etter=" + last, "").status()).isEqualTo(410);
        assertThat(bureau.get("/saker").get("saker")).hasSize(2);
    }

    @Test
    void anAnswerIsFinal() {
        String id = bureau.sandbox.debtorPays(Bureau.KEY, 1_000);
        String path = "/bokforingsforslag/" + id + "/svar";
        String yes = "{'svar':'GODTATT','tripletexBilagId':910200,'bokfortDato':'2025-12-31'}";
        bureau.put(path, "{'svar':'GODTATT'}", 422);
        bureau.put(path, "{'svar':'AVVIST'}", 422);
        bureau.put(path, yes, 200);
        bureau.put(path, yes, 200);
        assertThat(code(bureau.put(path, "{'svar':'AVVIST','arsakskode':'AVVIST_AV_BRUKER','begrunnelse':'nei'}", 409)))
                .isEqualTo("ALLEREDE_BESVART");
        bureau.put("/bokforingsforslag/f-9/svar", yes, 404);
        String other = bureau.sandbox.debtorPays(Bureau.KEY, 2_000);
        bureau.sandbox.takesBack(other);
        bureau.put("/bokforingsforslag/" + other + "/svar", yes, 409);
        assertThat(bureau.get("/bokforingsforslag").at("/forslag/1/status").asText())
                .isEqualTo("TRUKKET");
    }

    @Test
    void theSnapshotIsAnsweredWithDifferences() {
        bureau.sandbox.debtorPays(Bureau.KEY, 1_000);
        String snapshot =
                "{'kreditorOrgnr':'310245674','tidspunkt':'2025-12-30T23:30:00+01:00','antall':1,'sum':1000000,"
                        + "'poster':[{'key':'" + Bureau.KEY
                        + "','fakturanummer':'10023','kundenummer':'20011','restHovedstol':1000000}]}";
        JsonNode answer = bureau.put("/avstemming/2025-12-30", snapshot, 200);
        assertThat(answer.at("/avvik/0/arsak").asText()).isEqualTo("VENTENDE_FORSLAG");
        assertThat(answer.at("/avvik/0/differanse").asLong()).isEqualTo(1_000);
        String empty = snapshot.replaceAll("'poster':.*", "'poster':[]}");
        assertThat(bureau.put("/avstemming/2025-12-30", empty, 200)
                        .at("/avvik/0/type")
                        .asText())
                .isEqualTo("MANGLER_I_TRIPLETEX");
    }

    @Test
    void whatItKnowsOutlivesIt() {
        Bureau again = new Bureau("2025-12-30T08:00:00Z", store);
        assertThat(again.get(PATH).get("innsendingId").asText()).isEqualTo("inn-20251229-0001");
        again.put(PATH, Bureau.claim(1, 1_000_000), 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 422, 429, 500, 503})
    void failuresOnDemandKeepTheContract(int status) {
        Call call = new Call("PUT", Kk2Sandbox.BASE + PATH, Map.of(), Map.of(), new byte[0]);
        assertThat(Contract.broken(call, bureau.sandbox.failure(status))).isEmpty();
    }

    private static String code(JsonNode error) {
        return error.get("kode").asText();
    }
}
