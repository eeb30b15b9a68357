package no.kravbro.reconcile.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.change.Change;
import no.kravbro.claim.change.Comparison;
import no.kravbro.claim.change.Evidence;
import no.kravbro.claim.change.Findings;
import no.kravbro.claim.change.KnownPosting;
import no.kravbro.claim.change.Reading;
import no.kravbro.creditor.Creditor;
import no.kravbro.tripletex.VoucherFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what has happened with the invoices of claims that agencies have. However often and by whomever the same is read,
 * each change is found once: it is remembered together with what follows from it, under the claim's lock.
 */
@Service
public class ChangeWatch {

    private final FollowedClaims claims;
    private final ClaimPostings memory;
    private final Witness witness;
    private final ReportOrders orders;
    private final TransactionTemplate transaction;

    ChangeWatch(
            FollowedClaims claims,
            ClaimPostings memory,
            Witness witness,
            ReportOrders orders,
            TransactionTemplate transaction) {
        this.claims = claims;
        this.memory = memory;
        this.witness = witness;
        this.orders = orders;
        this.transaction = transaction;
    }

    /** Ids of the invoices that must be read to know of all changes. A creditor that sends nothing has none. */
    public List<Long> invoices(Creditor creditor) {
        return isWatched(creditor) ? claims.invoices(creditor.id()) : List.of();
    }

    private static boolean isWatched(Creditor creditor) {
        return creditor.transfer().sends();
    }

    /** Compares invoices just read with what is remembered, and changes nothing. */
    public ChangeLook look(Creditor creditor, List<Invoice> page) {
        Map<Long, Invoice> byId = page.stream().collect(Collectors.toMap(Invoice::id, Function.identity()));
        List<FollowedClaim> followed = isWatched(creditor) ? claims.of(creditor.id(), byId.keySet()) : List.of();
        Map<String, List<KnownPosting>> known = memory.of(followed);
        List<InvoicePosting> unknown = new ArrayList<>();
        Map<String, Invoice> news = new HashMap<>();
        boolean moved = false;
        for (FollowedClaim claim : followed) {
            Invoice invoice = byId.get(claim.invoiceId());
            List<KnownPosting> remembered = known.getOrDefault(claim.key(), List.of());
            List<InvoicePosting> fresh = unknown(claim, invoice, remembered);
            unknown.addAll(fresh);
            boolean other = !Comparison.of(remembered, reading(claim, invoice, Map.of()))
                    .noted()
                    .isEmpty();
            moved |= other;
            if (other || !fresh.isEmpty()) {
                news.put(claim.key(), invoice);
            }
        }
        return new ChangeLook(news, strange(creditor, followed, unknown), moved);
    }

    private static List<InvoicePosting> unknown(FollowedClaim claim, Invoice invoice, List<KnownPosting> remembered) {
        Set<Long> known = new HashSet<>(claim.claimed());
        remembered.forEach(posting -> known.add(posting.id()));
        return invoice.postings().stream()
                .filter(posting -> !known.contains(posting.id()))
                .toList();
    }

    private Set<Long> strange(Creditor creditor, List<FollowedClaim> followed, List<InvoicePosting> unknown) {
        if (unknown.isEmpty()) {
            return Set.of();
        }
        Set<Long> ours = witness.ours(creditor.id(), followed, unknown);
        return unknown.stream()
                .filter(posting -> !ours.contains(posting.id()) && posting.voucherId() != null)
                .map(InvoicePosting::voucherId)
                .collect(Collectors.toSet());
    }

    /** Notes and orders what follows from the news of a look. Returns how many changes were found. */
    public int judge(Creditor creditor, ChangeLook look, Map<Long, VoucherFacts> vouchers) {
        return look.news().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .mapToInt(each ->
                        transaction.execute(status -> judge(creditor, each.getKey(), each.getValue(), vouchers)))
                .sum();
    }

    private int judge(Creditor creditor, String key, Invoice invoice, Map<Long, VoucherFacts> vouchers) {
        claims.lock(key);
        FollowedClaim claim = claims.of(creditor.id(), List.of(invoice.id())).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(null);
        if (claim == null) {
            return 0;
        }
        List<KnownPosting> known = memory.of(List.of(claim)).getOrDefault(key, List.of());
        Map<Long, Evidence> evidence = witness.evidence(creditor, claim, invoice, vouchers);
        Findings findings = Comparison.of(known, reading(claim, invoice, evidence));
        memory.note(key, claim.submission(), believed(claim, findings));
        findings.changes().forEach(change -> orders.order(creditor, claim, invoice, change));
        return findings.changes().size();
    }

    /** An agency that has closed its case is told nothing of payments and credits any more. */
    private static List<KnownPosting> believed(FollowedClaim claim, Findings findings) {
        if (claim.open()) {
            return findings.noted();
        }
        Set<Long> untold = findings.changes().stream()
                .filter(change -> change instanceof Change.DirectPayment || change instanceof Change.CreditNote)
                .map(Change::postingId)
                .collect(Collectors.toSet());
        return findings.noted().stream()
                .map(posting -> untold.contains(posting.id()) ? posting.untold() : posting)
                .toList();
    }

    private static Reading reading(FollowedClaim claim, Invoice invoice, Map<Long, Evidence> evidence) {
        return new Reading(
                invoice.amountOre(),
                claim.document().remainingOre(),
                claim.bookedOre(),
                claim.claimed(),
                invoice.postings(),
                evidence);
    }
}
