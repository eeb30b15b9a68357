package no.kravbro.transfer.handover;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.Decision;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.InvoiceRow;
import no.kravbro.delivery.Invoices;
import no.kravbro.transfer.AgencyChoice;
import no.kravbro.transfer.AgencyChoice.Choice;
import no.kravbro.transfer.FirstSteps;
import no.kravbro.transfer.Screening;
import no.kravbro.transfer.choose.Approval;
import no.kravbro.transfer.choose.Approvals;
import no.kravbro.transfer.handover.Handed.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands over what a person has chosen, as it was shown: drafts of a creditor who approves first, and single invoices at any
 * time. The rules are those of a scan, and the last look before sending still runs.
 */
@Service
public class HandOver {

    /** Reasons for which an agency has given a case back, so that nothing stands against a new one. */
    private static final Set<String> GIVEN_BACK = Set.of("WITHDRAWN", "CREDITOR_SILENT", "ERROR");

    private final Screening screening;
    private final AgencyChoice choice;
    private final FirstSteps firstSteps;
    private final Invoices invoices;
    private final Claims claims;
    private final Deliveries deliveries;
    private final Approvals approvals;
    private final TransactionTemplate transaction;

    public HandOver(
            Screening screening,
            AgencyChoice choice,
            FirstSteps firstSteps,
            Invoices invoices,
            Claims claims,
            Deliveries deliveries,
            Approvals approvals,
            TransactionTemplate transaction) {
        this.screening = screening;
        this.choice = choice;
        this.firstSteps = firstSteps;
        this.invoices = invoices;
        this.claims = claims;
        this.deliveries = deliveries;
        this.approvals = approvals;
        this.transaction = transaction;
    }

    /** @param next ask for the following ones after this invoice id, or null at the end */
    public record Drafts(List<Line> lines, Long next) {}

    /** What is ready and no agency has, by invoice id. */
    public Drafts drafts(Creditor creditor, long afterInvoice, int limit) {
        List<Invoice> ready = invoices.ready(creditor.id(), afterInvoice, limit).stream()
                .map(InvoiceRow::invoice)
                .toList();
        List<Line> lines =
                lines(creditor, ready, null).stream().filter(Line::isReady).toList();
        return new Drafts(
                lines, ready.size() < limit ? null : ready.get(ready.size() - 1).id());
    }

    /** Invoices by number as they would be handed over now; those never read are left out. @param takeover null = the usual */
    public List<Line> look(Creditor creditor, List<String> numbers, String takeover) {
        List<Invoice> read = invoices.byNumber(creditor.id(), numbers).stream()
                .map(InvoiceRow::invoice)
                .toList();
        return lines(creditor, read, takeover);
    }

    private List<Line> lines(Creditor creditor, List<Invoice> read, String takeover) {
        Map<Long, Choice> choices = choice.of(creditor, read);
        List<Decision> decisions = screening.decide(creditor, read, choices, going(creditor, read));
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < read.size(); at++) {
            Choice chosen = choices.get(read.get(at).id());
            String step = takeover == null ? firstSteps.of(chosen.creditor()) : takeover;
            lines.add(Line.of(
                    read.get(at), chosen.route(), step, decisions.get(at).reasons()));
        }
        return lines;
    }

    /** What an agency has given back may go to one again, when a person says so. */
    private Set<Long> going(Creditor creditor, List<Invoice> read) {
        List<Long> ids = read.stream().map(Invoice::id).toList();
        Set<Long> going = new HashSet<>(claims.transferred(creditor.id(), ids));
        claims.find(read.stream().map(invoice -> key(creditor, invoice.id())).toList()).stream()
                .filter(HandOver::isGivenBack)
                .forEach(claim -> going.remove(claim.invoiceId()));
        return going;
    }

    private static boolean isGivenBack(ClaimRow claim) {
        return claim.state() == ClaimState.CLOSED && GIVEN_BACK.contains(String.valueOf(claim.closeReason()));
    }

    private static String key(Creditor creditor, long invoiceId) {
        return new ClaimKey(creditor.organizationNumber(), invoiceId).toString();
    }

    /** Each for itself: those that may go are on their way together, the others are told why not. */
    public List<Handed> handOver(Creditor creditor, List<Chosen> chosen, String who) {
        return transaction.execute(status -> {
            Map<Long, Invoice> read = new HashMap<>();
            invoices.find(
                            creditor.id(),
                            chosen.stream().map(Chosen::invoiceId).distinct().toList())
                    .forEach(row -> read.put(row.invoice().id(), row.invoice()));
            return chosen.stream()
                    .map(each -> one(creditor, each, read.get(each.invoiceId()), chosen.size() > 1, who))
                    .toList();
        });
    }

    private Handed one(Creditor whole, Chosen chosen, Invoice invoice, boolean amongOthers, String who) {
        if (invoice == null) {
            return Handed.refused(chosen.invoiceId(), Refusal.NOT_READ, List.of());
        }
        String key = key(whole, invoice.id());
        if (isOnItsWay(key, chosen)) {
            return Handed.gone(invoice.id(), key);
        }
        Choice agency = choice.of(whole, invoice);
        Creditor creditor = agency.creditor();
        String takeover = chosen.takeover() == null ? firstSteps.of(creditor) : chosen.takeover();
        Line line = lines(creditor, List.of(invoice), takeover).get(0);
        Optional<Refusal> refusal = refusal(creditor, chosen, line);
        if (refusal.isPresent()) {
            return Handed.refused(invoice.id(), refusal.get(), line.reasons());
        }
        if (amongOthers && agency.isMove()) {
            return Handed.refused(invoice.id(), Refusal.ONE_BY_ONE, List.of());
        }
        approvals.give(new Approval(
                key, creditor.id(), line.agency(), takeover, line.dueDate(), line.openOre(), line.content(), who));
        submit(creditor, invoice, key, takeover);
        screening.noteRoute(key, agency);
        return Handed.gone(invoice.id(), key);
    }

    /** Asked for twice is handed over once. */
    private boolean isOnItsWay(String key, Chosen chosen) {
        boolean same = approvals
                .find(key)
                .filter(approval -> approval.content().equals(chosen.content()))
                .isPresent();
        return same
                && claims.find(key)
                        .filter(claim -> claim.state() == ClaimState.PENDING || claim.state() == ClaimState.ACCEPTED)
                        .isPresent();
    }

    private Optional<Refusal> refusal(Creditor creditor, Chosen chosen, Line line) {
        if (!creditor.transfer().sends()) {
            return Optional.of(Refusal.DRY_RUN);
        }
        if (!line.isReady()) {
            return Optional.of(Refusal.DECIDED);
        }
        if (chosen.takeover() != null && !firstSteps.allows(creditor, chosen.takeover())) {
            return Optional.of(Refusal.TAKEOVER);
        }
        return line.content().equals(chosen.content()) ? Optional.empty() : Optional.of(Refusal.CHANGED);
    }

    private void submit(Creditor creditor, Invoice invoice, String key, String takeover) {
        if (claims.find(key).isEmpty()) {
            claims.create(List.of(screening.claim(creditor, invoice, 1, takeover)));
        } else {
            int submission = deliveries.nextSubmission(DeliveryKind.SUBMIT_CLAIM, key);
            claims.submitAgain(screening.claim(creditor, invoice, submission, takeover));
        }
    }
}
