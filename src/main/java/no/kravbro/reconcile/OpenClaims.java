package no.kravbro.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.InvoiceRow;
import no.kravbro.delivery.Invoices;
import org.springframework.stereotype.Service;

/** What is open of a creditor's claims, as the books say. */
@Service
public class OpenClaims {

    private static final int PAGE = 500;

    private final Claims claims;
    private final Invoices invoices;
    private final OpenItem openItem;

    OpenClaims(Claims claims, Invoices invoices, OpenItem openItem) {
        this.claims = claims;
        this.invoices = invoices;
        this.openItem = openItem;
    }

    /** An open claim. @param remainingOre open in the books, in øre */
    public record Open(String key, String invoiceNumber, String customerNumber, long remainingOre) {}

    /** All claims that the creditor's agency has confirmed and not closed; those whose invoice was never read are left out. */
    public List<Open> of(Creditor creditor) {
        List<Open> open = new ArrayList<>();
        String last = "";
        List<ClaimRow> page;
        do {
            page = claims.list(creditor.id(), last, PAGE);
            add(creditor, page, open);
            last = page.isEmpty() ? last : page.get(page.size() - 1).key();
        } while (page.size() == PAGE);
        return open;
    }

    private void add(Creditor creditor, List<ClaimRow> page, List<Open> open) {
        List<ClaimRow> followed = page.stream()
                .filter(claim -> claim.state() == ClaimState.ACCEPTED)
                .filter(claim -> claim.agency().equals(creditor.agency()))
                .toList();
        Map<String, Long> ore = openItem.openOre(followed);
        Map<Long, Invoice> read =
                invoices
                        .find(
                                creditor.id(),
                                followed.stream().map(ClaimRow::invoiceId).toList())
                        .stream()
                        .map(InvoiceRow::invoice)
                        .collect(Collectors.toMap(Invoice::id, Function.identity()));
        followed.stream()
                .filter(claim -> ore.containsKey(claim.key()))
                .map(claim -> new Open(
                        claim.key(),
                        claim.invoiceNumber(),
                        read.get(claim.invoiceId()).debtor().customerNumber(),
                        ore.get(claim.key())))
                .forEach(open::add);
    }
}
