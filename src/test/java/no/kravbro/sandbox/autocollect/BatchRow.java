package no.kravbro.sandbox.autocollect;

import java.time.Instant;
import java.util.List;

/**
 * One write and what became of it.
 *
 * @param path the write's path after the organisation ({@code invoices}, {@code cases/<id>/pause})
 * @param body its body, byte for byte as text
 * @param dueAt machine time from which it is processed
 */
record BatchRow(
        String batchId,
        String organizationId,
        BatchType type,
        BatchStatus status,
        Instant createdAt,
        Instant finishedAt,
        String idempotencyKey,
        String path,
        String body,
        Instant dueAt,
        List<BatchItem> items) {

    enum BatchType {
        INVOICE,
        PAYMENT,
        CORRECTION,
        CASE
    }

    enum BatchStatus {
        QUEUED,
        SUCCESS,
        PARTIAL,
        FAILED
    }

    BatchRow finished(Instant at, List<BatchItem> verdicts) {
        return new BatchRow(
                batchId,
                organizationId,
                type,
                outcome(verdicts),
                createdAt,
                at,
                idempotencyKey,
                path,
                body,
                dueAt,
                verdicts);
    }

    private static BatchStatus outcome(List<BatchItem> verdicts) {
        long failed = verdicts.stream().filter(item -> item.code() != null).count();
        if (failed == 0) {
            return BatchStatus.SUCCESS;
        }
        return failed == verdicts.size() ? BatchStatus.FAILED : BatchStatus.PARTIAL;
    }
}
