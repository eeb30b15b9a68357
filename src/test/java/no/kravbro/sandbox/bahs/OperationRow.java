package no.kravbro.sandbox.bahs;

import java.time.Instant;
import java.util.List;

/**
 * A submission and, once decided, its verdicts.
 *
 * @param content the request's document, to be worked on and to be compared with a repetition
 * @param results null while it is worked on
 */
record OperationRow(
        String id, String submission, Instant received, Instant dueFrom, String content, List<Result> results) {

    /** @param outcome GODTATT, FINNES or AVVIST */
    record Result(
            String creditor,
            long invoiceId,
            String outcome,
            String caseNumber,
            String code,
            String field,
            String text) {}

    OperationRow decided(List<Result> verdicts) {
        return new OperationRow(id, submission, received, dueFrom, content, verdicts);
    }
}
