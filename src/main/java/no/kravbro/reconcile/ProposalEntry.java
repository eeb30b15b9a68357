package no.kravbro.reconcile;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.FormerAgencies;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.InvoiceRow;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.money.BookingLines;
import no.kravbro.money.Money;
import no.kravbro.money.Proposal;
import no.kravbro.money.ProposalChecks;
import no.kravbro.money.ProposalRefusal;
import no.kravbro.money.ProposalRefusal.Reason;
import no.kravbro.money.ProposalVoucher;
import no.kravbro.money.Receivable;
import no.kravbro.money.Voucher;
import no.kravbro.money.VoucherKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in one proposal: checked, its booking intended and ordered, and its inbox row ended, in one transaction. What does not
 * hold together is answered with a no and throws {@link Refusal}, so that a person sees it too; the agency sends a new one.
 */
@Service
public class ProposalEntry {

    /** A person has so long to decide what only a person may. */
    private static final int DAYS_TO_DECIDE = 14;

    private static final int LONGEST_NUMBER = 80;

    private final AgencyProfiles profiles;
    private final Claims claims;
    private final FormerAgencies former;
    private final Invoices invoices;
    private final Bookings bookings;
    private final BookedByOthers byOthers;
    private final PaidElsewhere elsewhere;
    private final ProposalAnswers answers;
    private final Tasks tasks;
    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ProposalEntry(
            AgencyProfiles profiles,
            Claims claims,
            FormerAgencies former,
            Invoices invoices,
            Bookings bookings,
            BookedByOthers byOthers,
            PaidElsewhere elsewhere,
            ProposalAnswers answers,
            Tasks tasks,
            Inbox inbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.profiles = profiles;
        this.claims = claims;
        this.former = former;
        this.invoices = invoices;
        this.bookings = bookings;
        this.byOthers = byOthers;
        this.elsewhere = elsewhere;
        this.answers = answers;
        this.tasks = tasks;
        this.inbox = inbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param source and {@code key} of the inbox row that is ended with it */
    public void enter(Creditor creditor, Proposal proposal, String source, String key) {
        ProposalRefusal no = transaction.execute(status -> {
            if (answers.takenBack(creditor.agency(), proposal.id())) {
                // It waited here longer than the agency did: nobody wants it any more.
                inbox.worked(source, key);
                return null;
            }
            Optional<ProposalRefusal> refused = take(creditor, proposal);
            refused.ifPresent(why -> answers.refuse(creditor, proposal, why));
            if (refused.isEmpty() || refused.get().reason() == Reason.ALREADY_BOOKED) {
                refused.ifPresent(why -> perhapsPaidTwice(creditor, proposal));
                inbox.worked(source, key);
                return null;
            }
            return refused.get();
        });
        if (no != null) {
            throw new Refusal(no.reason().cause(), no.detail());
        }
    }

    private Optional<ProposalRefusal> take(Creditor creditor, Proposal proposal) {
        String key = VoucherKey.of(creditor.agency(), proposal.id());
        Optional<ClaimRow> claim = claim(creditor, proposal);
        if (claim.isEmpty()) {
            return no(Reason.UNKNOWN_CLAIM, "This creditor has not handed over " + proposal.claimKey());
        }
        if (proposal.type() == Proposal.Type.WRITE_OFF) {
            ask(
                    creditor,
                    proposal,
                    "Loss of " + Money.decimal(proposal.principalOre())
                            + " kroner on the claim: decide it at the agency");
            return Optional.empty();
        }
        if (bookings.find(key).isEmpty() && answers.answered(key)) {
            return no(Reason.REFUSED_BY_PERSON, "It is answered with a no already, which is final");
        }
        Invoice invoice = invoices.find(creditor.id(), claim.get().invoiceId())
                .map(InvoiceRow::invoice)
                .orElseThrow();
        BookingLines roles = BookingLines.of(profiles.of(creditor.agency()).bookingLines(), creditor.vatRegistered())
                .withOwn(creditor.accounts().keySet());
        Optional<ProposalRefusal> refused = new ProposalChecks(
                        roles, creditor.accounts(), invoice.debtor().customerNumber(), invoice.number())
                .of(proposal)
                .or(() -> contradicts(creditor, proposal, claim.get(), invoice));
        if (refused.isEmpty()) {
            elsewhere.received(creditor, claim.get(), proposal.id(), proposal.principalOre());
            Receivable receivable = new Receivable(invoice.debtor().id(), invoice.number());
            order(creditor, proposal, invoice, new ProposalVoucher(roles).of(proposal, receivable, key));
        }
        return refused;
    }

    private Optional<ClaimRow> claim(Creditor creditor, Proposal proposal) {
        return Optional.ofNullable(proposal.claimKey())
                .flatMap(claims::find)
                .flatMap(claim -> former.claims(creditor.id(), creditor.agency(), List.of(claim)).stream()
                        .findFirst());
    }

    /** What our own books say against it. */
    private Optional<ProposalRefusal> contradicts(
            Creditor creditor, Proposal proposal, ClaimRow claim, Invoice invoice) {
        if (proposal.type() == null) {
            return no(Reason.UNKNOWN_ACCOUNT, "Nobody has told how this type of proposal is booked");
        }
        if (proposal.type() == Proposal.Type.REVERSAL || proposal.reverses() != null) {
            return opposite(creditor, proposal);
        }
        boolean money = proposal.type() == Proposal.Type.PAYMENT || proposal.type() == Proposal.Type.SETTLEMENT;
        long open = Math.addExact(invoice.outstandingOre(), givenBack(proposal));
        if (!money
                || proposal.principalOre() <= open
                || byOthers.ore(claim, invoice, proposal.date()) < proposal.principalOre()) {
            // Less is open because it was credited, given up, or another payment came: this money is new, and somebody
            // has paid
            // too much.
            return Optional.empty();
        }
        return Optional.of(new ProposalRefusal(
                Reason.ALREADY_BOOKED,
                "Only " + Money.decimal(open) + " kroner is open on the invoice: the rest is booked already"));
    }

    /** What an earlier payment that bounced owes the invoice again, which does not show it before a person opens it. */
    private long givenBack(Proposal proposal) {
        return bookings.ofClaim(proposal.claimKey()).stream()
                .filter(booking -> booking.state() != BookingState.MATCHED
                        && booking.state() != BookingState.DELETED
                        && booking.state() != BookingState.ABANDONED)
                .mapToLong(booking -> -booking.intent().principalOre())
                .filter(ore -> ore > 0)
                .reduce(0, Math::addExact);
    }

    /** What takes something back is the opposite of what stands in the books, or waits there. */
    private Optional<ProposalRefusal> opposite(Creditor creditor, Proposal proposal) {
        Optional<NewBooking> earlier = Optional.ofNullable(proposal.reverses())
                .flatMap(id -> bookings.find(VoucherKey.of(creditor.agency(), id)))
                .filter(known -> known.state() != BookingState.DELETED && known.state() != BookingState.ABANDONED)
                .map(Booking::intent)
                .filter(known -> proposal.claimKey().equals(known.claimKey()));
        if (earlier.isEmpty()) {
            return no(Reason.UNKNOWN_CLAIM, "Takes back " + proposal.reverses() + ", which we have not booked");
        }
        NewBooking taken = earlier.get();
        boolean opposite = proposal.principalOre() == -taken.principalOre() && proposal.netOre() == -taken.netOre();
        return opposite
                ? Optional.empty()
                : no(Reason.AMOUNT, "Is not the opposite of " + proposal.reverses() + ", which it takes back");
    }

    private void order(Creditor creditor, Proposal proposal, Invoice invoice, Voucher voucher) {
        NewBooking booking = new NewBooking(
                voucher.key(),
                creditor.id(),
                creditor.agency(),
                proposal.claimKey(),
                invoice.id(),
                BookingWay.PROPOSAL.name(),
                ExactJson.write(ExactJson.treeOf(proposal)),
                proposal.principalOre(),
                proposal.netOre(),
                invoice.outstandingOre(),
                payout(proposal));
        bookings.intend(booking, BookingOrders.proposal(booking, voucher));
    }

    /** Each proposal announces its own money; what comes under one text comes as one payout. */
    private static String payout(Proposal proposal) {
        String text = proposal.settled() == null ? null : proposal.settled().bankText();
        return text == null || text.isBlank() ? null : text.substring(0, Math.min(text.length(), LONGEST_NUMBER));
    }

    /**
     * The agency has taken it back before it was answered. Our voucher is left for a person: it may have been posted at this
     * very moment.
     */
    public void withdrawn(Creditor creditor, Proposal proposal, String source, String key) {
        transaction.executeWithoutResult(status -> {
            Optional<Booking> booking = bookings.find(VoucherKey.of(creditor.agency(), proposal.id()));
            booking.filter(known -> known.state() != BookingState.DELETED && known.state() != BookingState.ABANDONED)
                    .ifPresent(known -> ask(
                            creditor,
                            proposal,
                            "The agency has taken " + proposal.id() + " back: delete or reverse the voucher with key "
                                    + known.key()));
            inbox.worked(source, key);
        });
    }

    /** Nobody but a person can tell whether what others booked is this money or more of it. */
    private void perhapsPaidTwice(Creditor creditor, Proposal proposal) {
        ask(
                creditor,
                proposal,
                "Answered with \"already booked\", for others have booked as much on the invoice. Was that other money, the debtor"
                        + " has paid twice: then book the " + Money.decimal(proposal.principalOre())
                        + " kroner of this proposal by hand, and give them back");
    }

    private void ask(Creditor creditor, Proposal proposal, String detail) {
        tasks.open(new NewTask(
                TaskKind.DECIDE_PROPOSAL,
                proposal.id(),
                creditor.id(),
                proposal.claimKey(),
                creditor.agency(),
                detail,
                OsloDay.of(clock.instant()).plusDays(DAYS_TO_DECIDE)));
    }

    private static Optional<ProposalRefusal> no(Reason reason, String detail) {
        return Optional.of(new ProposalRefusal(reason, detail));
    }
}
