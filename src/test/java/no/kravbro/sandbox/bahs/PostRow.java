package no.kravbro.sandbox.bahs;

import java.time.LocalDate;
import java.util.List;

/**
 * One money event on one case.
 *
 * @param type INNBETALING, TILBAKEFORING or FRADRAG
 * @param reverses id of the post it takes back, or null
 * @param settlement set once it is settled
 */
record PostRow(
        String id,
        String type,
        LocalDate day,
        LocalDate registered,
        String reverses,
        String caseNumber,
        String creditor,
        long invoiceId,
        String invoiceNumber,
        String customerNumber,
        List<LineRow> lines,
        String settlement) {

    PostRow settledIn(String id2) {
        return new PostRow(
                id,
                type,
                day,
                registered,
                reverses,
                caseNumber,
                creditor,
                invoiceId,
                invoiceNumber,
                customerNumber,
                lines,
                id2);
    }
}
