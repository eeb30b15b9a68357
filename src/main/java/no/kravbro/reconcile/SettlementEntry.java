package no.kravbro.reconcile;

import java.util.List;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.Invoice;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.InvoiceRow;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Refusal;
import no.kravbro.money.BookingLines;
import no.kravbro.money.Finding;
import no.kravbro.money.Receivable;
import no.kravbro.money.Settlement;
import no.kravbro.money.SettlementBooking;
import no.kravbro.money.SettlementChecks;
import no.kravbro.money.SettlementVoucher;
import no.kravbro.money.VoucherKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in one settlement: checked, its booking intended and ordered, and its inbox row ended, in one transaction. The
 * split is the agency's; nothing is derived. What does not hold together throws {@link Refusal} and books nothing.
 */
@Service
public class SettlementEntry {

    private final AgencyProfiles profiles;
    private final Claims claims;
    private final Invoices invoices;
    private final Bookings bookings;
    private final RemittanceWatch watch;
    private final TakenBack takenBack;
    private final UnsolvedCharges charges;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    SettlementEntry(
            AgencyProfiles profiles,
            Claims claims,
            Invoices invoices,
            Bookings bookings,
            RemittanceWatch watch,
            TakenBack takenBack,
            UnsolvedCharges charges,
            Inbox inbox,
            TransactionTemplate transaction) {
        this.profiles = profiles;
        this.claims = claims;
        this.invoices = invoices;
        this.bookings = bookings;
        this.watch = watch;
        this.takenBack = takenBack;
        this.charges = charges;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    /** @param source and {@code key} of the inbox row that is ended with it */
    public void enter(Creditor creditor, Settlement settlement, String source, String key) {
        transaction.executeWithoutResult(status -> {
            check(settlement);
            ClaimRow claim = claim(creditor, settlement);
            takenBack.check(creditor, settlement);
            order(creditor, settlement, invoice(creditor, claim));
            charges.received(creditor, settlement, claim);
            inbox.worked(source, key);
        });
    }

    private static void check(Settlement settlement) {
        List<Finding> findings = SettlementChecks.of(settlement);
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            throw new Refusal(first.cause().name(), first.detail());
        }
    }

    private ClaimRow claim(Creditor creditor, Settlement settlement) {
        if (settlement.claimKey() == null) {
            throw new Refusal("UNKNOWN_CLAIM", "Settlement " + settlement.id() + " names no claim");
        }
        return claims.find(settlement.claimKey())
                .filter(claim -> claim.creditorId().equals(creditor.id()))
                .filter(claim -> claim.agency().equals(creditor.agency()))
                .orElseThrow(() -> new Refusal(
                        "UNKNOWN_CLAIM",
                        "Settlement " + settlement.id() + " is about a claim that this creditor has not handed over: "
                                + settlement.claimKey()));
    }

    private Invoice invoice(Creditor creditor, ClaimRow claim) {
        return invoices.find(creditor.id(), claim.invoiceId())
                .map(InvoiceRow::invoice)
                .orElseThrow(() -> new IllegalStateException("No snapshot of invoice " + claim.invoiceId()));
    }

    private void order(Creditor creditor, Settlement settlement, Invoice invoice) {
        String key = VoucherKey.of(creditor.agency(), settlement.id());
        String payout = watch.number(settlement, key);
        SettlementBooking what = booking(creditor, settlement, invoice, key);
        NewBooking booking = new NewBooking(
                key,
                creditor.id(),
                creditor.agency(),
                settlement.claimKey(),
                invoice.id(),
                creditor.bookingWay().name(),
                ExactJson.write(ExactJson.treeOf(settlement)),
                SettlementVoucher.principal(settlement),
                settlement.netToCreditorOre(),
                invoice.outstandingOre(),
                payout);
        List<NewDelivery> orders = creditor.bookingWay() == BookingWay.PROPOSAL
                ? what.voucher().map(each -> BookingOrders.proposal(booking, each)).stream()
                        .toList()
                : BookingOrders.of(booking, what, settlement.settlementDate());
        bookings.intend(booking, orders.toArray(NewDelivery[]::new));
        if (orders.isEmpty()) {
            // The agency kept all that was paid: nothing of it concerns the creditor's books.
            bookings.state(key, BookingState.MATCHED);
        }
        watch.received(creditor, settlement, payout);
    }

    private SettlementBooking booking(Creditor creditor, Settlement settlement, Invoice invoice, String key) {
        BookingLines lines = BookingLines.of(profiles.of(creditor.agency()).bookingLines(), creditor.vatRegistered())
                .withOwn(creditor.accounts().keySet());
        SettlementVoucher maker = new SettlementVoucher(lines);
        Receivable receivable = new Receivable(invoice.debtor().id(), invoice.number());
        return switch (creditor.bookingWay()) {
            case VOUCHER, PROPOSAL -> maker.asVoucher(settlement, receivable, key);
            case INVOICE_PAYMENT -> maker.asInvoicePayment(settlement, receivable, key);
        };
    }
}
