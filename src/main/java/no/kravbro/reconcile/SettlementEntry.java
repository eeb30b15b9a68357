package no.kravbro.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.Invoice;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.FormerAgencies;
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
    private final FormerAgencies former;
    private final Invoices invoices;
    private final Bookings bookings;
    private final RemittanceWatch watch;
    private final TakenBack takenBack;
    private final UnsolvedCharges charges;
    private final PaidElsewhere elsewhere;
    private final FeeWatch fees;
    private final Inbox inbox;
    private final TransactionTemplate transaction;

    SettlementEntry(
            AgencyProfiles profiles,
            Claims claims,
            FormerAgencies former,
            Invoices invoices,
            Bookings bookings,
            RemittanceWatch watch,
            TakenBack takenBack,
            UnsolvedCharges charges,
            PaidElsewhere elsewhere,
            FeeWatch fees,
            Inbox inbox,
            TransactionTemplate transaction) {
        this.profiles = profiles;
        this.claims = claims;
        this.former = former;
        this.invoices = invoices;
        this.bookings = bookings;
        this.watch = watch;
        this.takenBack = takenBack;
        this.charges = charges;
        this.elsewhere = elsewhere;
        this.fees = fees;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    /** One that has come. @param source and {@code key} of the inbox row that is ended with it */
    public record Arrived(Settlement settlement, String source, String key) {}

    /** @param source and {@code key} of the inbox row that is ended with it */
    public void enter(Creditor creditor, Settlement settlement, String source, String key) {
        enterAll(creditor, List.of(new Arrived(settlement, source, key)));
    }

    /** Several of one source; all or none. */
    public void enterAll(Creditor creditor, List<Arrived> arrived) {
        transaction.executeWithoutResult(status -> {
            Map<String, Settlement> plain = new LinkedHashMap<>();
            for (Arrived each : arrived) {
                Settlement settlement = each.settlement();
                String key = VoucherKey.of(creditor.agency(), settlement.id());
                if (settlement.reverses() != null) {
                    // What it takes back may have come right before it.
                    enter(creditor, plain);
                    plain.clear();
                    enter(creditor, Map.of(key, settlement));
                } else {
                    plain.putIfAbsent(key, settlement);
                }
            }
            enter(creditor, plain);
            inbox.workedAll(
                    arrived.get(0).source(), arrived.stream().map(Arrived::key).toList());
        });
    }

    /** Throws {@link Refusal} for what does not hold together in itself. */
    public static void check(Settlement settlement) {
        List<Finding> findings = SettlementChecks.of(settlement);
        if (!findings.isEmpty()) {
            Finding first = findings.get(0);
            throw new Refusal(first.cause().name(), first.detail());
        }
    }

    /** @param settlements by booking key */
    private void enter(Creditor creditor, Map<String, Settlement> settlements) {
        if (settlements.isEmpty()) {
            return;
        }
        settlements.values().forEach(SettlementEntry::check);
        Map<String, ClaimRow> rows = claims(creditor, settlements.values());
        settlements.values().forEach(settlement -> takenBack.check(creditor, settlement));
        settlements
                .values()
                .forEach(each -> elsewhere.received(
                        creditor, rows.get(each.claimKey()), each.id(), SettlementVoucher.principal(each)));
        order(creditor, settlements, rows);
        settlements
                .values()
                .forEach(settlement -> charges.received(creditor, settlement, rows.get(settlement.claimKey())));
        settlements
                .values()
                .forEach(settlement -> fees.received(creditor, settlement, rows.get(settlement.claimKey())));
    }

    private void order(Creditor creditor, Map<String, Settlement> settlements, Map<String, ClaimRow> rows) {
        Map<Long, Invoice> snapshots = invoices(creditor, rows.values());
        Map<String, String> payouts = watch.numbers(settlements);
        List<Bookings.Intent> intents = new ArrayList<>();
        settlements.forEach((key, settlement) -> intents.add(intent(
                creditor,
                key,
                settlement,
                snapshots.get(rows.get(settlement.claimKey()).invoiceId()),
                payouts.get(key))));
        bookings.intendAll(intents);
        // The agency kept all that was paid: nothing of it concerns the creditor's books.
        intents.stream()
                .filter(intent -> intent.carriedOutBy().isEmpty())
                .forEach(intent -> bookings.state(intent.booking().key(), BookingState.MATCHED));
        Map<String, List<Settlement>> paidOut = settlements.keySet().stream()
                .filter(payouts::containsKey)
                .collect(
                        Collectors.groupingBy(payouts::get, Collectors.mapping(settlements::get, Collectors.toList())));
        watch.received(creditor, settlements.values(), paidOut);
    }

    private Map<String, ClaimRow> claims(Creditor creditor, Collection<Settlement> settlements) {
        List<String> keys = settlements.stream()
                .map(Settlement::claimKey)
                .filter(Objects::nonNull)
                .toList();
        Map<String, ClaimRow> found = former.claims(creditor.id(), creditor.agency(), claims.find(keys)).stream()
                .collect(Collectors.toMap(ClaimRow::key, Function.identity()));
        settlements.forEach(settlement -> {
            if (settlement.claimKey() == null) {
                throw new Refusal("UNKNOWN_CLAIM", "Settlement " + settlement.id() + " names no claim");
            }
            if (!found.containsKey(settlement.claimKey())) {
                throw new Refusal(
                        "UNKNOWN_CLAIM",
                        "Settlement " + settlement.id()
                                + " is about a claim that this creditor has not handed over: "
                                + settlement.claimKey());
            }
        });
        return found;
    }

    private Map<Long, Invoice> invoices(Creditor creditor, Collection<ClaimRow> claimed) {
        List<Long> ids = claimed.stream().map(ClaimRow::invoiceId).toList();
        Map<Long, Invoice> found = invoices.find(creditor.id(), ids).stream()
                .map(InvoiceRow::invoice)
                .collect(Collectors.toMap(Invoice::id, Function.identity()));
        ids.stream().filter(id -> !found.containsKey(id)).findFirst().ifPresent(missing -> {
            throw new IllegalStateException("No snapshot of invoice " + missing);
        });
        return found;
    }

    private Bookings.Intent intent(
            Creditor creditor, String key, Settlement settlement, Invoice invoice, String payout) {
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
        return new Bookings.Intent(booking, orders);
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
