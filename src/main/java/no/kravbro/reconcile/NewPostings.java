package no.kravbro.reconcile;

import java.util.List;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.delivery.ClaimRow;

/** Postings that were read on a claim's invoice and of which nobody has decided yet what they are. */
@FunctionalInterface
public interface NewPostings {

    /** Those of one claim, none of ours among them. */
    List<InvoicePosting> of(ClaimRow claim);
}
