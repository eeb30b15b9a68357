package no.kravbro.sandbox.autocollect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire: tokens, batches, idempotency, refusals, filters and pages. {@link Agency} checks each answer's form. */
class WireTest {

    private final Agency agency = new Agency("2026-01-14T07:00:00Z");
    private final Handover ten = Handover.of("57", "2400.00", "2025-12-31");

    @Test
    void tokenExpiresAfterAnHourAndNeedsTheSecret() {
        assertThat(agency.token("wrong").status()).isEqualTo(401);
        assertThat(agency.get("cases").status()).isEqualTo(200);
        agency.clock.advance(Duration.ofMinutes(61));
        assertThat(agency.get("cases").status()).isEqualTo(401);
        agency.newToken();
        assertThat(agency.get("cases").status()).isEqualTo(200);
    }

    @Test
    void forgedTokenAndUnknownPlacesAreRefused() {
        String path = AutoCollectSandbox.BASE + "/orgs/" + Organization.NORDLYS.id() + "/cases";
        assertThat(call(path, "Bearer " + agency.token() + "x").status()).isEqualTo(401);
        assertThat(call(path, "").status()).isEqualTo(401);
        String other = path.replace("1001/cases", "1002/cases");
        assertThat(call(other, "Bearer " + agency.token()).status()).isEqualTo(404);
        agency.sandbox.forbid(Organization.NORDLYS.id(), true);
        assertThat(agency.get("cases").status()).isEqualTo(403);
    }

    private Reply call(String path, String authorization) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        return agency.checked(new Call("GET", path, Map.of(), headers, new byte[0]));
    }

    @Test
    void batchIsQueuedUntilItIsDecidedAndSplitsPerItem() {
        agency.sandbox.script("310245674-61", Plan.rejected("DEBTOR_MISMATCH", "Debtor could not be identified"));
        String id = batchId(agency.post("invoices", Handover.body(ten, Handover.of("61", "5250.00", "2025-12-31"))));
        assertThat(agency.data("batches/" + id).get("status").asText()).isEqualTo("QUEUED");
        assertThat(agency.data("invoices")).isEmpty();
        agency.sandbox.onTimeMoved();
        assertThat(agency.data("batches/" + id).get("status").asText()).isEqualTo("QUEUED");
        agency.clock.advance(Duration.ofSeconds(2));
        agency.sandbox.onTimeMoved();
        JsonNode batch = agency.data("batches/" + id);
        assertThat(batch.get("status").asText()).isEqualTo("PARTIAL");
        assertThat(batch.at("/succeeded/0/uniqueSourceInvoiceId").asText()).isEqualTo(ten.key());
        assertThat(batch.at("/succeeded/0/caseNumber").asText()).isEqualTo("5000001");
        assertThat(batch.at("/failed/0/code").asText()).isEqualTo("DEBTOR_MISMATCH");
        assertThat(agency.data("invoices?UniqueSourceInvoiceId=" + ten.key())).hasSize(1);
    }

    @Test
    void oneKeyIsOneBatch() {
        String first = batchId(agency.post("invoices", ten.body(), "k1"));
        assertThat(batchId(agency.post("invoices", ten.body(), "k1"))).isEqualTo(first);
        agency.sandbox.processBatches();
        assertThat(batchId(agency.post("invoices", ten.body(), "k1"))).isEqualTo(first);
        assertThat(agency.data("invoices")).hasSize(1);
        Reply other = agency.post("invoices", ten.body().replace("2400.00", "2400.01"), "k1");
        assertThat(other.status()).isEqualTo(422);
        assertThat(agency.data("batches?IdempotencyKey=k1")
                        .get(0)
                        .get("batchId")
                        .asText())
                .isEqualTo(first);
        assertThat(agency.data("batches?IdempotencyKey=k2")).isEmpty();
    }

    @Test
    void keyAlreadyThereIsAConflictOrAFailedItem() {
        agency.done("invoices", ten.body());
        Reply again = agency.post("invoices", ten.body());
        assertThat(again.status()).isEqualTo(409);
        assertThat(Agency.tree(again).at("/errors/0/code").asText()).isEqualTo("ALREADY_EXISTS");
        JsonNode batch = agency.done("invoices", Handover.body(ten, Handover.of("58", "10.00", "2025-12-01")));
        assertThat(batch.at("/failed/0/code").asText()).isEqualTo("ALREADY_EXISTS");
        assertThat(batch.get("succeeded")).hasSize(1);
    }

    @Test
    void closedKeyMayComeAgainAsANewCase() {
        agency.done("invoices", ten.body());
        String id = agency.data("cases").get(0).get("caseId").asText();
        agency.done("cases/" + id + "/withdraw", "{\"reason\":\"Feil\"}");
        assertThat(agency.done("invoices", ten.body()).get("status").asText()).isEqualTo("SUCCESS");
        assertThat(agency.data("cases?UniqueSourceInvoiceId=" + ten.key()))
                .extracting(one ->
                        one.get("status").asText() + one.get("caseNumber").asText())
                .containsExactly("CLOSED5000001", "OPEN5000002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"invoices\":[]}", "{\"invoices\":[7]}", "{\"invoices\":{}}", "not json"})
    void malformedBodiesAreRefused(String body) {
        assertThat(agency.post("invoices", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"vat\":true,           |                       | 400",
                "310245674-57            | 310245674/57          | 400",
                "\"dueDate\":\"2025-12-31\" | \"dueDate\":\"31.12.2025\" | 400",
                "2400.00                 | \"2400.00\"           | 400",
                "\"fullName\"            | \"name\"              | 400",
                "2400.00                 | 2400.001              | 422"
            })
    void malformedMembersAreRefused(String from, String to, int status) {
        String body = ten.body();
        assertThat(body).contains(from);
        assertThat(agency.post("invoices", body.replace(from, to == null ? "" : to))
                        .status())
                .isEqualTo(status);
        assertThat(agency.data("batches")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "310245674-57            | 923609016-57              | UNKNOWN_CREDITOR",
                "\"NOTICE\"              | \"LETTER\"                | INVALID_DATA",
                "\"NOTICE\"              | \"DEBT_COLLECTION\"       | INVALID_DATA",
                "\"NOK\"                 | \"EUR\"                   | INVALID_DATA",
                "2400.00                 | 0.00                      | AMOUNT",
                "\"dueDate\":\"2025-12-31\" | \"dueDate\":\"2026-01-14\" | NOT_DUE",
                "2025-1                  | 2021-1                    | LIMITATION",
                "\"PRIVATE\"             | \"BUSINESS\"              | DEBTOR_MISMATCH"
            })
    void contentIsRefusedInTheBatch(String from, String to, String code) {
        JsonNode batch = agency.done("invoices", ten.body().replace(from, to));
        assertThat(batch.get("status").asText()).isEqualTo("FAILED");
        assertThat(batch.at("/failed/0/code").asText()).isEqualTo(code);
    }

    @Test
    void disputesNeedAnAnswer() {
        String open = ",'dispute':{'raisedDate':'2026-01-03','description':'3 timer for mye','amount':750.00";
        assertThat(agency.done("invoices", ten.with(open + "}").body())
                        .at("/failed/0/code")
                        .asText())
                .isEqualTo("DISPUTE_INFO_MISSING");
        String answered = open + ",'answeredDate':'2026-01-05'}";
        assertThat(agency.done("invoices", ten.with(answered).body())
                        .get("status")
                        .asText())
                .isEqualTo("SUCCESS");
    }

    @Test
    void everyWriteNeedsAKey() {
        assertThat(agency.post("invoices", ten.body(), "").status()).isEqualTo(400);
        assertThat(agency.post("invoices", ten.body(), "x".repeat(65)).status()).isEqualTo(400);
    }

    @Test
    void pagesHoldEverythingOnce() {
        for (int i = 100; i < 105; i++) {
            agency.done("invoices", Handover.of("" + i, "100.00", "2025-12-01").body());
        }
        Reply first = agency.get("cases?PageSize=2");
        assertThat(Agency.tree(first).get("data")).hasSize(2);
        String token = Agency.tree(first).at("/summary/nextPageToken").asText();
        Reply rest = agency.get("cases?PageSize=1000&PageToken=" + token);
        assertThat(Agency.tree(rest).get("data"))
                .extracting(one -> one.get("caseNumber").asInt())
                .containsExactly(5000003, 5000004, 5000005);
        assertThat(Agency.tree(rest).at("/summary/nextPageToken").isNull()).isTrue();
        assertThat(agency.get("cases?PageSize=0").status()).isEqualTo(400);
        assertThat(agency.get("cases?PageToken=x").status()).isEqualTo(400);
        assertThat(agency.data("batches?SortDirection=Descending&PageSize=1")
                        .get(0)
                        .get("createdAt")
                        .asText())
                .isNotEmpty();
    }

    @Test
    void goesOnWhereItWas() {
        Store store = new Store(null);
        Agency before = new Agency("2026-01-14T07:00:00Z", store, AutoCollectSettings.story());
        String id = batchId(before.post("invoices", ten.body(), "k1"));
        Agency after = new Agency("2026-01-14T08:00:00Z", store, AutoCollectSettings.story());
        after.sandbox.processBatches();
        assertThat(after.data("batches/" + id).get("status").asText()).isEqualTo("SUCCESS");
        Agency later = new Agency("2026-01-14T09:00:00Z", store, AutoCollectSettings.story());
        later.until("2026-02-13", 23);
        assertThat(later.data("cases").get(0).at("/balances/reminderFee").decimalValue())
                .isNotNull();
        assertThat(batchId(later.post("invoices", ten.body(), "k1"))).isEqualTo(id);
    }

    private static String batchId(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return Agency.tree(reply).at("/data/batchId").asText();
    }
}
