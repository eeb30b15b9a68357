package no.kravbro.sandbox.autocollect;

import java.util.List;
import java.util.Map;

/** A batch as the wire shows it. */
final class BatchView {

    private static final String CREATED_BY = "8a1b2c3d-0000-4000-8000-000000000001";

    private BatchView() {}

    static Map<String, Object> of(BatchRow batch) {
        return Json.object(
                "batchId", batch.batchId(),
                "type", batch.type().name(),
                "status", batch.status().name(),
                "createdAt", Json.stamp(batch.createdAt()),
                "finishedAt", batch.finishedAt() == null ? Json.NULL : Json.stamp(batch.finishedAt()),
                "organizationId", batch.organizationId(),
                "createdBy", CREATED_BY,
                "succeeded", items(batch, false),
                "failed", items(batch, true));
    }

    private static List<Map<String, Object>> items(BatchRow batch, boolean failed) {
        return batch.items().stream()
                .filter(item -> (item.code() != null) == failed)
                .map(item -> Json.object(
                        "invoiceId", item.invoiceId() == null ? Json.NULL : item.invoiceId(),
                        "invoiceNumber", item.invoiceNumber(),
                        "caseNumber", item.caseNumber(),
                        "reason", item.reason(),
                        "code", item.code(),
                        "uniqueSourceInvoiceId", item.key()))
                .toList();
    }
}
