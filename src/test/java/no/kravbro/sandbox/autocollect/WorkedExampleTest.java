package no.kravbro.sandbox.autocollect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The agency's own life gives the contract's examples, figure by figure. */
class WorkedExampleTest {

    @Test
    void samlebilag48213IsTheContractsExample() throws IOException {
        Agency agency = new Agency("2026-01-14T07:00:00Z");
        WorkedExample.load(agency.sandbox);
        agency.until("2026-01-30", 23);
        JsonNode expected = example("settlements");
        JsonNode shown = agency.data("settlements?fromDate=2026-01-30&toDate=2026-01-30");
        assertSame(shown, expected);
        assertThat(shown.get(0).at("/remittance/netPayout").decimalValue()).isEqualByComparingTo("12421.22");
    }

    @Test
    void caseOnTheListIsTheContractsExample() throws IOException {
        Agency agency = new Agency("2026-01-14T07:00:00Z");
        WorkedExample.load(agency.sandbox);
        JsonNode expected = example("cases").get(0);
        JsonNode shown = agency.data("cases?CaseNumber=5000001").get(0);
        // A day later than the example's, so one day more of interest; the example leaves DISPUTE out.
        List<String> fields = List.of(
                "caseId",
                "caseNumber",
                "status",
                "subStatus",
                "type",
                "noticeDueDate",
                "listCutoffAt",
                "freeWithdrawalUntil",
                "debtors",
                "flags",
                "closedAt");
        for (String field : fields) {
            assertThat(shown.get(field)).as(field).isEqualTo(expected.get(field));
        }
        assertThat(shown.at("/balances/reminderFee").decimalValue()).isEqualByComparingTo("35.00");
        assertThat(shown.at("/balances/lateInterest").decimalValue()).isEqualByComparingTo("99.79");
        assertThat(texts(shown.get("allowedActions"))).containsAll(texts(expected.get("allowedActions")));
    }

    @Test
    void sameStoryOverTheWire() throws IOException {
        Agency agency = new Agency("2025-12-29T07:00:00Z");
        WorkedExample.script(agency.sandbox);
        agency.done(
                "invoices",
                handover("2147524143", "10023", "10000.00", "2025-12-01", "2025-12-15")
                        .body());
        agency.until("2026-01-10", 9);
        Handover noticed = handover("2147524999", "10057", "2400.00", "2025-12-17", "2025-12-31")
                .business();
        agency.done("invoices", noticed.body());
        agency.until("2026-02-01", 9);
        assertSame(agency.data("settlements"), example("settlements"));
        assertThat(agency.data("cases?Status=CLOSED")).hasSize(2).allSatisfy(one -> {
            assertThat(one.get("closeReason").asText()).isEqualTo("PAID");
            assertThat(one.get("allowedActions")).isEmpty();
        });
    }

    private static Handover handover(String id, String number, String kroner, String invoiced, String due) {
        Handover plain = Handover.of(id, kroner, due);
        return new Handover(id, number, kroner, invoiced, due, true, plain.debtor(), "");
    }

    /** Numbers by value: 10000.0 is 10000.00. */
    private static void assertSame(JsonNode shown, JsonNode expected) {
        assertThat(shown.equals(WorkedExampleTest::byValue, expected))
                .as("%s is not %s", shown, expected)
                .isTrue();
    }

    private static int byValue(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static List<String> texts(JsonNode array) {
        return Agency.JSON.convertValue(
                array, Agency.JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private static JsonNode example(String name) throws IOException {
        try (InputStream yaml = WorkedExampleTest.class.getResourceAsStream("/contracts/autocollect/openapi.yaml")) {
            return new YAMLMapper()
                    .readTree(yaml)
                    .at("/paths/~1orgs~1{organizationId}~1" + name
                            + "/get/responses/200/content/application~1json/example/data");
        }
    }
}
