package no.kravbro.sandbox.kk2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import no.kravbro.sandbox.kk2.Plan.Behaviour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proposals of the contract, told by the sandbox's own life, to the last member. */
class WorkedExampleTest {

    private static final String OTHER = "310245674-2147524999";

    private final Bureau bureau = new Bureau("2025-12-29T05:00:04Z");
    private JsonNode examples;

    @BeforeEach
    void read() throws IOException {
        try (InputStream contract = getClass().getResourceAsStream("/contracts/kk2/openapi.yaml")) {
            examples = new YAMLMapper()
                    .readTree(contract)
                    .at("/paths/~1bokforingsforslag/get/responses/200/content/application~1json/examples");
        }
    }

    private JsonNode example(String name, int index) {
        return examples.at("/" + name + "/value/forslag/" + index);
    }

    private void same(JsonNode told, JsonNode example) throws IOException {
        // Through text once: numbers of a YAML tree and of a JSON tree differ in class.
        assertThat(told).isEqualTo(Bureau.JSON.readTree(example.toString()));
    }

    @Test
    void ownCollectionIsProposal501() throws IOException {
        bureau.sandbox.script(Bureau.KEY, Plan.of(Behaviour.PAYS_AT_COLLECTION, 14));
        JsonNode taken = bureau.put("/krav/" + Bureau.KEY, Bureau.claim(1, 1_000_000), 201);
        assertThat(taken.get("saksnummer").asText()).isEqualTo("K-80123");
        bureau.until("2026-01-15", 9);
        JsonNode collection = bureau.get("/krav/" + Bureau.KEY);
        assertThat(collection.get("stadium").asText()).isEqualTo("INKASSO");
        assertThat(collection.at("/saldo/rente").asLong()).isEqualTo(10_308);
        assertThat(collection.get("betalingsfrist").asText()).isEqualTo("2026-01-29");
        bureau.until("2026-01-29", 9);
        JsonNode page = bureau.get("/bokforingsforslag");
        assertThat(page.get("neste").asText()).isEqualTo("c-000501");
        same(page.at("/forslag/0"), example("innbetaling", 0));
    }

    @Test
    void assistedCollectionIsProposal504() throws IOException {
        bureau.sandbox.script(Bureau.KEY, Plan.of(Behaviour.PAYS_ASSISTED, 14));
        bureau.put("/krav/" + Bureau.KEY, Bureau.claim(1, 1_000_000), 201);
        bureau.sandbox.nextProposal(504);
        bureau.until("2026-02-02", 9);
        same(bureau.get("/bokforingsforslag").at("/forslag/0"), example("avregning", 0));
    }

    @Test
    void aReportedPaymentThatHoldsMoreThanThePrincipalIsRepostedAsProposal505() throws IOException {
        bureau.until("2026-01-14", 9);
        String claim = Bureau.claim("inn-2", 1, "10057", "2025-12-31", 240_000)
                .replace("20011", "20034")
                .replace("Kari Prøve", "Fjell & Fjord Test AS");
        bureau.sandbox.script(OTHER, Plan.of(Behaviour.STAYS_SILENT, 0));
        bureau.put("/krav/" + OTHER, claim, 201);
        bureau.until("2026-01-28", 9);
        bureau.sandbox.nextProposal(505);
        String paid =
                "{'hendelseId':'posting-88120','type':'DIREKTEBETALING','dato':'2026-01-28','belop':%d,'bilagId':910155}";
        bureau.post("/krav/" + OTHER + "/betalinger", paid.formatted(240_000 + 2_211 + 3_750), 201);
        JsonNode told = bureau.get("/bokforingsforslag").at("/forslag/0");
        assertThat(told.get("kildeBilagId").asLong()).isEqualTo(910_155);
        assertThat(Bureau.JSON.readTree(told.get("linjer").toString()))
                .isEqualTo(Bureau.JSON.readTree(
                        example("ompostering", 0).get("linjer").toString()));
        assertThat(bureau.get("/krav/" + OTHER).at("/avsluttet/arsak").asText()).isEqualTo("BETALT");
    }

    @Test
    void anOutlayIsProposal506() throws IOException {
        bureau.put("/krav/" + Bureau.KEY, Bureau.claim(1, 1_000_000), 201);
        String id = bureau.sandbox.laysOut(Bureau.KEY, 130_000);
        JsonNode told = bureau.get("/bokforingsforslag").at("/forslag/0");
        assertThat(told.get("id").asText()).isEqualTo(id);
        assertThat(told.get("tekst").asText()).isEqualTo("Gebyr til namsmannen sak K-80123");
        assertThat(Bureau.JSON.readTree(told.get("linjer").toString()))
                .isEqualTo(Bureau.JSON.readTree(
                        example("ompostering", 1).get("linjer").toString()));
    }
}
