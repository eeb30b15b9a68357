package no.kravbro.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * An invoice as it stood in the accounting system when it was read. Amounts in øre of the invoice currency.
 *
 * @param id the accounting system's id
 * @param outstandingOre principal still open, without reminder fees; negative when overpaid
 * @param postings the receivable posting and what was booked against it
 */
public record Invoice(
        long id,
        String number,
        LocalDate invoiceDate,
        LocalDate dueDate,
        String kid,
        String currency,
        long amountOre,
        long outstandingOre,
        boolean creditNote,
        boolean credited,
        LocalDate remindersPostponedTo,
        Debtor debtor,
        List<InvoicePosting> postings) {

    public Invoice {
        postings = List.copyOf(postings);
    }
}
