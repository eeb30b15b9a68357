package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.money.Finding;
import no.kravbro.money.SettlementChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums are made only for a wire that never states any; whatever else is missing does not hold together. */
class SettlementTotalsTest {

    private static final String TOLD =
            """
            {"id":"p-1","claimKey":"310245674-1","settlementDate":"2026-01-30","currency":"NOK",%s
             "lines":[{"kind":"PRINCIPAL","paidOre":100,"toCreditorOre":100,"toAgencyOre":0,"vatBaseOre":0,"vatRate":0}]}""";

    private static List<Finding> findings(String totals) throws JsonProcessingException {
        return SettlementChecks.of(SettlementDesk.settlement(ExactJson.read(TOLD.formatted(totals))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"totals\":\"NONE\",",
                "\"totals\":\"NONE\",\"grossOre\":null,",
                "\"grossOre\":100,\"agencyTotalOre\":0,\"netToCreditorOre\":100,"
            })
    void holdsTogether(String totals) throws JsonProcessingException {
        assertThat(findings(totals)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"agencyTotalOre\":0,\"netToCreditorOre\":100,",
                "\"grossOre\":null,\"agencyTotalOre\":50,\"netToCreditorOre\":50,",
                "\"totals\":\"NONE\",\"grossOre\":1,",
                "\"totals\":\"NONE\",\"agencyTotalOre\":0,\"netToCreditorOre\":100,"
            })
    void doesNot(String totals) throws JsonProcessingException {
        assertThat(findings(totals)).isNotEmpty().allSatisfy(finding -> assertThat(finding.cause())
                .isEqualTo(Finding.Cause.SUM_MISMATCH));
    }

    @Test
    void whatIsSummedIsTheSumOfItsLines() throws JsonProcessingException {
        assertThat(SettlementDesk.settlement(ExactJson.read(TOLD.formatted("\"totals\":\"NONE\",")))
                        .netToCreditorOre())
                .isEqualTo(100);
    }
}
