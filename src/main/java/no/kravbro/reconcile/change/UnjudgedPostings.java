package no.kravbro.reconcile.change;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Invoices;
import no.kravbro.reconcile.NewPostings;
import org.springframework.stereotype.Component;

/** What any reading of an invoice has found and the reading of changes has not come to: it is told within hours, or is ours. */
@Component
class UnjudgedPostings implements NewPostings {

    private final Invoices invoices;
    private final FollowedClaims claims;
    private final ClaimPostings memory;
    private final Witness witness;

    UnjudgedPostings(Invoices invoices, FollowedClaims claims, ClaimPostings memory, Witness witness) {
        this.invoices = invoices;
        this.claims = claims;
        this.memory = memory;
        this.witness = witness;
    }

    @Override
    public List<InvoicePosting> of(ClaimRow claim) {
        List<InvoicePosting> read = invoices.find(claim.creditorId(), claim.invoiceId())
                .map(row -> row.invoice().postings())
                .orElse(List.of());
        return claims.of(claim.creditorId(), List.of(claim.invoiceId())).stream()
                .filter(each -> each.key().equals(claim.key()))
                .findFirst()
                .map(each -> unjudged(claim.creditorId(), each, read))
                .orElse(List.of());
    }

    private List<InvoicePosting> unjudged(String creditorId, FollowedClaim claim, List<InvoicePosting> read) {
        Set<Long> known = new HashSet<>(claim.claimed());
        memory.of(List.of(claim)).values().forEach(all -> all.forEach(posting -> known.add(posting.id())));
        List<InvoicePosting> unknown =
                read.stream().filter(posting -> !known.contains(posting.id())).toList();
        Set<Long> ours = witness.ours(creditorId, List.of(claim), unknown);
        return unknown.stream().filter(posting -> !ours.contains(posting.id())).toList();
    }
}
