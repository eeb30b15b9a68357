package no.kravbro.sandbox.autocollect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import no.kravbro.sandbox.Reply;
import org.junit.jupiter.api.Test;

/** The ordinary run, day by day, and what the creditor may do at each stage. */
class RunTest {

    private final Agency agency = new Agency("2026-02-02T07:00:00Z");
    private final Handover invoice = Handover.of("57", "2400.00", "2026-01-31");

    private void handOver() {
        agency.sandbox.script(invoice.key(), Plan.of(Behaviour.STAYS_SILENT, 0));
        agency.done("invoices", invoice.body());
    }

    private JsonNode theCase() {
        return agency.data("cases?UniqueSourceInvoiceId=" + invoice.key()).get(0);
    }

    private static String stage(JsonNode one) {
        String sub = one.path("subStatus").asText("null");
        return one.get("status").asText() + " " + one.get("type").asText() + (sub.equals("null") ? "" : " " + sub);
    }

    private Reply act(String action, String body) {
        return agency.post("cases/" + theCase().get("caseId").asText() + "/" + action, body);
    }

    private void acted(String action, String body) {
        JsonNode batch = agency.done("cases/" + theCase().get("caseId").asText() + "/" + action, body);
        assertThat(batch.get("status").asText()).as(batch.toString()).isEqualTo("SUCCESS");
    }

    private static void assertOre(JsonNode balances, String name, String kroner) {
        assertThat(balances.get(name).decimalValue()).as(name).isEqualByComparingTo(kroner);
    }

    @Test
    void vectorFromDueDateToCollection() {
        handOver();
        assertThat(agency.data("cases")).isEmpty();
        assertThat(agency.data("invoices").get(0).has("collectionCaseNumber")).isFalse();
        agency.until("2026-02-03", 7);
        assertThat(stage(theCase())).isEqualTo("OPEN COLLECTION_NOTICE");
        assertThat(theCase().has("noticeDueDate")).isFalse();
        agency.until("2026-02-13", 23);
        assertOre(theCase().get("balances"), "reminderFee", "0");
        agency.until("2026-02-14", 7);
        assertOre(theCase().get("balances"), "reminderFee", "37.50");
        assertThat(theCase().get("noticeDueDate").asText()).isEqualTo("2026-02-28");
        agency.until("2026-03-02", 23);
        assertThat(stage(theCase())).isEqualTo("OPEN COLLECTION_NOTICE");
        agency.until("2026-03-03", 7);
        assertThat(stage(theCase())).isEqualTo("OPEN COLLECTION_NOTICE DEBT_COLLECTION_LIST_MANUAL");
        assertThat(theCase().get("listCutoffAt").asText()).isEqualTo("2026-03-05T08:00:00+01:00");
        agency.until("2026-03-05", 7);
        assertThat(stage(theCase())).endsWith("MANUAL");
        agency.until("2026-03-05", 8);
        assertThat(stage(theCase())).isEqualTo("OPEN DEBT_COLLECTION");
        assertOre(theCase().get("balances"), "collectionFee", "300");
        assertOre(theCase().get("balances"), "reminderFee", "0");
        agency.until("2026-09-05", 8);
        assertThat(theCase().get("closeReason").asText()).isEqualTo("NO_ASSETS");
    }

    @Test
    void listIsOnTheFirstTuesdayStrictlyAfterTheNoticeFellDue() {
        agency.until("2026-03-04", 9);
        Handover some = Handover.of("58", "100.00", "2026-03-03");
        agency.sandbox.script(some.key(), Plan.of(Behaviour.STAYS_SILENT, 0));
        agency.done("invoices", some.body());
        agency.until("2026-03-31", 23);
        assertThat(agency.data("cases").get(0).get("noticeDueDate").asText()).isEqualTo("2026-03-31");
        assertThat(stage(agency.data("cases").get(0))).isEqualTo("OPEN COLLECTION_NOTICE");
        agency.until("2026-04-07", 7);
        assertThat(agency.data("cases").get(0).get("listCutoffAt").asText()).isEqualTo("2026-04-09T08:00:00+02:00");
    }

    @Test
    void eachDayIsLivedOnce() {
        handOver();
        agency.until("2026-02-14", 7);
        agency.sandbox.onTimeMoved();
        agency.sandbox.onTimeMoved();
        assertOre(theCase().get("balances"), "reminderFee", "37.50");
        assertThat(theCase().get("noticeDueDate").asText()).isEqualTo("2026-02-28");
    }

    @Test
    void rejectedItemGoesBackPausedAndComesAgainOnTheNextList() {
        handOver();
        agency.until("2026-03-03", 9);
        acted("reject-debt-collection-list", "{\"reason\":\"Avklares\"}");
        assertThat(stage(theCase())).isEqualTo("PAUSED COLLECTION_NOTICE");
        agency.until("2026-03-20", 9);
        assertThat(stage(theCase())).isEqualTo("PAUSED COLLECTION_NOTICE");
        assertThat(act("accept-debt-collection-list", "{}").status()).isEqualTo(422);
        acted("resume", "{}");
        agency.until("2026-03-24", 9);
        assertThat(stage(theCase())).endsWith("MANUAL");
        acted("accept-debt-collection-list", "{}");
        assertThat(stage(theCase())).isEqualTo("OPEN DEBT_COLLECTION");
    }

    @Test
    void pauseEndsByItself() {
        handOver();
        agency.until("2026-02-16", 9);
        acted("pause", "{\"until\":\"2026-03-10\",\"reason\":\"Avklarer levering\"}");
        assertThat(act("pause", "{\"reason\":\"igjen\"}").status()).isEqualTo(409);
        assertThat(act("pause", "{}").status()).isEqualTo(422);
        agency.until("2026-03-09", 9);
        assertThat(stage(theCase())).isEqualTo("PAUSED COLLECTION_NOTICE");
        agency.until("2026-03-10", 9);
        assertThat(stage(theCase())).endsWith("MANUAL");
    }

    @Test
    void newDueDateStartsTheRunAgain() {
        handOver();
        agency.until("2026-02-16", 9);
        assertThat(act("due-date", "{\"dueDate\":\"2026-02-16\"}").status()).isEqualTo(422);
        acted("due-date", "{\"dueDate\":\"2026-03-15\"}");
        assertThat(theCase().get("flags").get(0).asText()).isEqualTo("POSTPONED");
        agency.until("2026-03-28", 23);
        assertThat(theCase().has("noticeDueDate")).isFalse();
        agency.until("2026-03-29", 7);
        assertThat(theCase().get("noticeDueDate").asText()).isEqualTo("2026-04-12");
        assertThat(theCase().get("flags")).isEmpty();
    }

    @Test
    void inCollectionOnlyMessagesAndWithdrawalRemain() {
        handOver();
        agency.until("2026-03-06", 9);
        assertThat(theCase().get("allowedActions"))
                .extracting(JsonNode::asText)
                .containsExactly("MESSAGE", "DISPUTE", "WITHDRAW");
        Reply pause = act("pause", "{\"reason\":\"nei\"}");
        assertThat(pause.status()).isEqualTo(422);
        assertThat(Agency.tree(pause).at("/errors/0/code").asText()).isEqualTo("STAGE_NOT_ALLOWED");
        assertThat(act("due-date", "{\"dueDate\":\"2026-05-01\"}").status()).isEqualTo(422);
        acted("messages", "{\"kind\":\"MESSAGE\",\"text\":\"Ny adresse\"}");
        assertThat(act("messages", "{\"kind\":\"SONG\",\"text\":\"la\"}").status())
                .isEqualTo(422);
        acted("withdraw", "{}");
        assertThat(theCase().get("closeReason").asText()).isEqualTo("WITHDRAWN");
        assertThat(Agency.tree(act("withdraw", "{}")).at("/errors/0/code").asText())
                .isEqualTo("CASE_CLOSED");
    }

    @Test
    void stageIsCheckedAgainWhenTheBatchIsDecided() {
        handOver();
        agency.until("2026-03-05", 7);
        assertThat(act("accept-debt-collection-list", "{}").status()).isEqualTo(202);
        assertThat(act("reject-debt-collection-list", "{}").status()).isEqualTo(202);
        agency.sandbox.processBatches();
        JsonNode batches = agency.data("batches?Type=CASE");
        assertThat(batches.get(0).get("status").asText()).isEqualTo("SUCCESS");
        assertThat(batches.get(1).get("status").asText()).isEqualTo("FAILED");
        assertThat(batches.get(1).at("/failed/0/code").asText()).isEqualTo("STAGE_NOT_ALLOWED");
        assertThat(stage(theCase())).isEqualTo("OPEN DEBT_COLLECTION");
    }

    @Test
    void disputeStopsTheRunUntilItIsAnswered() {
        handOver();
        agency.until("2026-02-20", 9);
        agency.sandbox.debtorObjects(invoice.key(), "Varen ble ikke levert");
        assertThat(stage(theCase())).endsWith("WAITING_FOR_CREDITOR");
        String id = theCase().get("caseId").asText();
        JsonNode message = agency.data("cases/" + id + "/messages").get(0);
        assertThat(message.get("answerDueDate").asText()).isEqualTo("2026-03-06");
        agency.until("2026-03-06", 9);
        assertThat(stage(theCase())).endsWith("WAITING_FOR_CREDITOR");
        String answer = "{\"kind\":\"DISPUTE_ANSWER\",\"replyTo\":\""
                + message.get("messageId").asText()
                + "\",\"outcome\":\"CLAIM_UPHELD\",\"text\":\"Pakkseddel er signert\"}";
        acted("messages", answer);
        agency.until("2026-03-10", 9);
        assertThat(stage(theCase())).endsWith("MANUAL");
    }

    @Test
    void silentCreditorLosesTheCase() {
        handOver();
        agency.until("2026-02-20", 9);
        agency.sandbox.debtorObjects(invoice.key(), "Varen ble ikke levert");
        agency.until("2026-03-07", 9);
        assertThat(theCase().get("closeReason").asText()).isEqualTo("CREDITOR_SILENT");
    }
}
