package no.kravbro.sandbox.kk2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import no.kravbro.sandbox.kk2.Plan.Behaviour;
import org.junit.jupiter.api.Test;

/** Half a year of KK2's life, every answer held against the contract; the same seed lives the same life. */
class RunTest {

    private static final int CLAIMS = 40;

    private static List<JsonNode> halfAYear() {
        Bureau bureau = new Bureau("2026-01-05T07:00:00Z");
        for (int i = 0; i < CLAIMS; i++) {
            String claim = Bureau.claim("inn-" + i, 1, "2" + i, "2025-12-1" + i % 10, 100_000 + 20_000 * i)
                    .replace("\"kreditorMvaRegistrert\":true", "\"kreditorMvaRegistrert\":" + (i % 3 > 0));
            bureau.put("/krav/310245674-" + (9000 + i), claim, 201);
        }
        List<JsonNode> proposals = new ArrayList<>();
        for (int month = 2; month < 8; month++) {
            bureau.until("2026-0" + month + "-02", 9);
            bureau.get("/saker");
        }
        bureau.get("/bokforingsforslag?antall=500").get("forslag").forEach(proposals::add);
        return proposals;
    }

    @Test
    void everyProposalBalances() {
        List<JsonNode> proposals = halfAYear();
        assertThat(proposals.stream().map(each -> each.get("type").asText()).collect(Collectors.toSet()))
                .contains("INNBETALING", "AVREGNING", "KOSTNAD", "AVSKRIVNING");
        for (JsonNode proposal : proposals) {
            assertThat(sum(proposal.get("linjer"), "belop")).as("%s", proposal).isZero();
            JsonNode settled = proposal.path("oppgjor");
            if (!settled.isMissingNode()) {
                assertThat(settled.get("nettoUtbetalt").asLong())
                        .isEqualTo(proposal.at("/linjer/0/belop").asLong())
                        .isEqualTo(sum(settled.get("linjer"), "tilKreditor"));
                assertThat(settled.get("brutto").asLong())
                        .isEqualTo(sum(settled.get("linjer"), "betalt"))
                        .isEqualTo(sum(settled.get("linjer"), "tilKreditor") + sum(settled.get("linjer"), "tilByra"));
            }
        }
    }

    @Test
    void theSameSeedLivesTheSameLife() {
        assertThat(halfAYear()).isEqualTo(halfAYear());
    }

    @Test
    void aProposalIsTakenBackAsItsOpposite() {
        Bureau bureau = new Bureau("2025-12-30T08:00:00Z");
        bureau.sandbox.script(Bureau.KEY, Plan.of(Behaviour.STAYS_SILENT, 0));
        bureau.put("/krav/" + Bureau.KEY, Bureau.claim(1, 1_000_000), 201);
        String paid = bureau.sandbox.debtorPays(Bureau.KEY, 400_000);
        bureau.sandbox.reverses(paid);
        JsonNode opposite = bureau.get("/bokforingsforslag").at("/forslag/1");
        assertThat(opposite.get("type").asText()).isEqualTo("TILBAKEFORING");
        assertThat(opposite.get("tilbakeforerForslagId").asText()).isEqualTo(paid);
        assertThat(opposite.at("/linjer/0/belop").asLong()).isEqualTo(-400_000);
        assertThat(opposite.at("/oppgjor/nettoUtbetalt").asLong()).isEqualTo(-400_000);
    }

    private static long sum(JsonNode lines, String field) {
        return StreamSupport.stream(lines.spliterator(), false)
                .mapToLong(line -> line.get(field).asLong())
                .sum();
    }
}
