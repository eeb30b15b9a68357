package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.Letter;
import no.kravbro.sandbox.Webhooks;

/** The four events, in the vendor's two spellings, signed when they are sent. */
final class Events {

    private final AutoCollectSettings settings;
    private final Memory memory;
    private final Webhooks webhooks;

    Events(AutoCollectSettings settings, Memory memory, Webhooks webhooks) {
        this.settings = settings;
        this.memory = memory;
        this.webhooks = webhooks;
    }

    static Map<String, String> headers(AutoCollectSettings settings, Instant signed, Letter letter) {
        return Map.of(
                "X-Amili-Event", letter.event(),
                "IdempotencyKey", letter.id(),
                "X-Amili-Request-Id",
                        "req-" + letter.id().substring(letter.id().length() - 6) + "-" + letter.attempts(),
                "X-Webhook-Signature", Hmac.webhook(settings.webhookSecret(), signed.getEpochSecond(), letter.body()));
    }

    void batchCompleted(BatchRow batch) {
        send(
                "type",
                "BATCH_COMPLETED",
                batch.finishedAt(),
                Json.object(
                        "batchId", batch.batchId(),
                        "organizationId", batch.organizationId(),
                        "status", batch.status().name()));
    }

    void settlementCreated(SettlementRow settlement, Instant at) {
        send(
                "type",
                "SETTLEMENT_CREATED",
                at,
                Json.object(
                        "settlementId", settlement.settlementId(),
                        "organizationId", settlement.organizationId(),
                        "settlementDate", settlement.settlementDate().toString(),
                        "invoiceId", settlement.invoiceId(),
                        "invoiceNumber", settlement.invoiceNumber(),
                        "caseNumber", settlement.caseNumber()));
    }

    void caseOpened(ClaimRow claim, Instant at) {
        aCase("CASE", claim, at, null);
    }

    void caseUpdated(ClaimRow claim, Instant at, List<String> fields) {
        aCase("CASE_UPDATED", claim, at, fields);
    }

    private void aCase(String name, ClaimRow claim, Instant at, List<String> fields) {
        send(
                "eventType",
                name,
                at,
                Json.object(
                        "orgId", claim.organizationId,
                        "caseId", claim.caseId,
                        "caseNumber", Long.toString(claim.caseNumber),
                        "type", claim.stage.name(),
                        "status", CaseView.status(claim),
                        "invoices", List.of(claim.invoiceId),
                        "fields", fields));
    }

    private void send(String nameOfName, String name, Instant at, Map<String, Object> data) {
        if (settings.webhookUrl() == null) {
            return;
        }
        String id = Memory.id("0c9d7f52", memory.next("event", 1));
        String body = Json.text(Json.object(
                "id", id, nameOfName, name, "source", "COLLECTION", "timeStamp", Json.stamp(at), "data", data));
        webhooks.post(id, name, settings.webhookUrl(), body);
    }
}
