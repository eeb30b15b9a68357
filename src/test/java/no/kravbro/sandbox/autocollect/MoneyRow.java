package no.kravbro.sandbox.autocollect;

import java.time.LocalDate;
import java.util.List;

/**
 * Money that the agency received or deducts, waiting for settlement.
 *
 * @param paymentDate null for a deduction without payment
 * @param reverses id of the settlement it takes back, or null
 */
record MoneyRow(
        String id,
        String invoiceId,
        LocalDate paymentDate,
        String collectionType,
        List<LineRow> lines,
        String reverses) {}
