package no.kravbro.api;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.delivery.ClaimRow;

/** Fetches what the accounting system holds of an invoice on paper. */
public interface InvoicePapers {

    /** Throws {@link ApiProblem} when it does not answer. */
    Papers of(ClaimRow claim);

    /** @param invoice the PDF, or null where there is none any more */
    record Papers(byte[] invoice, List<Notice> notices) {}

    /**
     * A reminder or notice that the creditor has sent itself.
     *
     * @param type the accounting system's word
     * @param payBy until when it could be paid, or null
     * @param charge fee in kroner as it stands there, or null
     */
    record Notice(LocalDate day, String type, LocalDate payBy, String charge) {}
}
