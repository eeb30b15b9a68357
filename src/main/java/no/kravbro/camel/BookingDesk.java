package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimKey;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import no.kravbro.money.Voucher;
import no.kravbro.reconcile.BookingOrders;
import no.kravbro.reconcile.PaymentOrder;
import no.kravbro.tripletex.BookingRefusal;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.InvoiceBalance;
import no.kravbro.tripletex.LedgerFactStore;
import no.kravbro.tripletex.LedgerFacts;
import no.kravbro.tripletex.PaymentIntent;
import no.kravbro.tripletex.TripletexAnswers;
import no.kravbro.tripletex.TripletexRequests;
import no.kravbro.tripletex.VoucherDocument;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Brings bookings to Tripletex and reads what became of them. Every work has one member. */
@Component("bookingDesk")
public class BookingDesk {

    static final String INTENT = "intent";

    private final LedgerFactStore ledger;
    private final TripletexAnswers answers;
    private final Transmissions transmissions;

    public BookingDesk(LedgerFactStore ledger, TripletexAnswers answers, Transmissions transmissions) {
        this.ledger = ledger;
        this.answers = answers;
        this.transmissions = transmissions;
    }

    static Delivery member(Exchange exchange) {
        return Notebook.work(exchange).members().get(0);
    }

    /** The canonical voucher with account ids; refused before posting where that can be read. */
    public JsonNode voucher(Exchange exchange) {
        Creditor creditor = Notebook.creditor(exchange);
        Voucher voucher = BookingOrders.voucher(member(exchange).payload());
        LedgerFacts facts = facts(creditor);
        BookingRefusal.check(voucher, creditor.accounts(), creditor.bookkeeping(), facts)
                .ifPresent(no -> refuse(exchange, no));
        return VoucherDocument.of(voucher, creditor.accounts(), creditor.bookkeeping(), facts)
                .json();
    }

    /** Another booking of the creditor may have them read again at this very moment, or a new day has begun. */
    private LedgerFacts facts(Creditor creditor) {
        if (ledger.missing(creditor).isPresent()) {
            throw new ReadFailed("The facts of the ledger are being read again", null);
        }
        return ledger.today(creditor);
    }

    /** Facts of this morning are read again first: the accountant may have mended what is in the way. */
    private void refuse(Exchange exchange, BookingRefusal no) {
        if (exchange.getVariable(LedgerDesk.FRESH, false, Boolean.class)) {
            throw new Refusal(no.cause(), no.detail());
        }
        if (!exchange.getVariable(ReadyDesk.TRYING, false, Boolean.class)) {
            ledger.forget(Notebook.creditor(exchange).id());
        }
        throw new ReadFailed("Asked again because of " + no.cause(), null);
    }

    public void postVoucher(Exchange exchange) {
        String body = exchange.getMessage().getBody(String.class);
        exchange.setVariable(Notebook.REQUEST, TripletexRequests.createVoucher(body, true));
    }

    /** The same, for a person to post or to delete. */
    public void proposeVoucher(Exchange exchange) {
        String body = exchange.getMessage().getBody(String.class);
        exchange.setVariable(Notebook.REQUEST, TripletexRequests.createVoucher(body, false));
    }

    /** Vouchers that wait are not sure to be found by key, so those of the day are read first. */
    public void findWaiting(Exchange exchange) {
        LocalDate day = BookingOrders.voucher(member(exchange).payload()).date();
        exchange.setVariable(Notebook.REQUEST, TripletexRequests.waitingVouchers(DayWindow.through(day, day)));
    }

    /** What waits under our key; when nothing does it may have been posted since, and is looked for among all. */
    public Map<Long, Outcome> foundWaiting(Exchange exchange) {
        Map<Long, Outcome> found = foundVoucher(exchange);
        boolean absent = found.values().stream()
                .allMatch(outcome -> outcome instanceof Outcome.NotSent notSent && notSent.isAbsence());
        if (absent) {
            findVoucher(exchange);
        }
        return found;
    }

    public Map<Long, Outcome> posted(Exchange exchange) {
        return answers.voucherCreated(answer(exchange), Notebook.work(exchange), sent(exchange));
    }

    public void findVoucher(Exchange exchange) {
        String key = BookingOrders.voucher(member(exchange).payload()).key();
        exchange.setVariable(Notebook.REQUEST, TripletexRequests.findVoucher(key));
    }

    public Map<Long, Outcome> foundVoucher(Exchange exchange) {
        return answers.voucherFound(answer(exchange), Notebook.work(exchange), sent(exchange));
    }

    /** Asks for what is open and posted on the invoice now. */
    public void readInvoice(Exchange exchange) {
        long invoice = ClaimKey.parse(member(exchange).claimKey()).invoiceId();
        exchange.setVariable(Notebook.REQUEST, TripletexRequests.invoiceReadBack(invoice));
    }

    /** Notes the intent with the postings that stand on the invoice right now. */
    public void payment(Exchange exchange) {
        WireAnswer answer = answer(exchange);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        Creditor creditor = Notebook.creditor(exchange);
        PaymentOrder order = PaymentOrder.parse(member(exchange).payload());
        LedgerFacts facts = facts(creditor);
        if (facts.closed(order.day())) {
            refuse(
                    exchange,
                    new BookingRefusal(
                            "PERIOD_CLOSED", "The period of " + order.day() + " is closed: open it, or book by hand"));
        }
        Optional<Long> type = facts.paymentType(creditor.paymentType());
        if (type.isEmpty()) {
            refuse(
                    exchange,
                    new BookingRefusal(
                            "ACCOUNT_MISSING",
                            "Tripletex has no single payment type named " + creditor.paymentType() + ": make it"));
        }
        exchange.setVariable(
                INTENT,
                new PaymentIntent(
                        order.invoiceId(),
                        order.day(),
                        type.orElseThrow(),
                        order.amountOre(),
                        InvoiceBalance.of(answer.body()).postings()));
    }

    /** A payment's answer is the invoice itself: what is left on it is read back at no further cost. */
    public Map<Long, Outcome> paid(Exchange exchange) {
        PaymentIntent intent = Notebook.need(exchange, INTENT, PaymentIntent.class);
        return withBalance(
                answer(exchange), answers.paymentMade(answer(exchange), Notebook.work(exchange), intent), Map.of());
    }

    public Map<Long, Outcome> provenPayment(Exchange exchange) {
        Work work = Notebook.work(exchange);
        PaymentIntent intent = PaymentIntent.parse(TransmissionDesk.sent(exchange, transmissions));
        return withBalance(answer(exchange), answers.paymentFound(answer(exchange), work, intent), Map.of());
    }

    /** Adds to what was accepted how much the same answer shows as open, and more. */
    static Map<Long, Outcome> withBalance(WireAnswer answer, Map<Long, Outcome> outcomes, Map<String, String> more) {
        Map<Long, Outcome> told = new HashMap<>();
        outcomes.forEach((id, outcome) -> {
            if (outcome instanceof Outcome.Accepted accepted) {
                Map<String, String> references = new HashMap<>(accepted.references());
                references.putAll(more);
                references.put(
                        "outstandingOre",
                        Long.toString(InvoiceBalance.of(answer.body()).outstandingOre()));
                told.put(id, new Outcome.Accepted(references));
            } else {
                told.put(id, outcome);
            }
        });
        return told;
    }

    static WireAnswer answer(Exchange exchange) {
        return exchange.getMessage().getBody(WireAnswer.class);
    }

    private JsonNode sent(Exchange exchange) {
        try {
            return ExactJson.read(TransmissionDesk.sent(exchange, transmissions));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(
                    "Transmission " + Notebook.work(exchange).transmissionId() + " holds no voucher", notOurs);
        }
    }

    /** No `when` of the router names this way of booking. */
    public Map<Long, Outcome> noSuchWay(Exchange exchange) {
        throw new Refusal(
                "UNEXPECTED",
                "The router knows no way to do " + Notebook.work(exchange).kind());
    }
}
