package no.kravbro.reconcile.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.change.Evidence;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditor.BookingWay;
import no.kravbro.money.AccountRole;
import no.kravbro.reconcile.BookedPosting;
import no.kravbro.reconcile.Booking;
import no.kravbro.reconcile.BookingState;
import no.kravbro.reconcile.Bookings;
import no.kravbro.tripletex.VoucherFacts;
import org.springframework.stereotype.Component;

/**
 * Tells our own bookings from what others have posted: the echo guard. By posting id, by voucher, by our key on the voucher;
 * by sum and day only to hold back what may be a booking of ours whose postings are not known yet.
 */
@Component
class Witness {

    private final Bookings bookings;
    private final PayoutTexts payouts;
    private final AgencyProfiles profiles;

    Witness(Bookings bookings, PayoutTexts payouts, AgencyProfiles profiles) {
        this.bookings = bookings;
        this.payouts = payouts;
        this.profiles = profiles;
    }

    /** Ids of those postings that are certainly ours, as far as can be told without their vouchers. */
    Set<Long> ours(String creditorId, Collection<FollowedClaim> claims, Collection<InvoicePosting> postings) {
        Set<Long> ids = postings.stream().map(InvoicePosting::id).collect(Collectors.toSet());
        Set<Long> ours = new HashSet<>(bookings.ours(creditorId, ids));
        Set<Long> vouchers = bookings
                .ofClaims(claims.stream().map(FollowedClaim::key).toList())
                .stream()
                .map(Booking::voucherId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        postings.stream()
                .filter(posting -> vouchers.contains(posting.voucherId()))
                .forEach(posting -> ours.add(posting.id()));
        return ours;
    }

    /**
     * Evidence about the postings of one claim's invoice, by posting id; nothing about those whose voucher has not been read.
     * A posting that must be the one of a payment of ours is remembered as such.
     */
    Map<Long, Evidence> evidence(
            Creditor creditor, FollowedClaim claim, Invoice invoice, Map<Long, VoucherFacts> vouchers) {
        Set<Long> ours = ours(creditor.id(), List.of(claim), invoice.postings());
        List<Booking> unknown = new ArrayList<>(unremembered(claim));
        Map<Long, Evidence> evidence = new HashMap<>();
        for (InvoicePosting posting : sorted(invoice, claim)) {
            VoucherFacts voucher = vouchers.get(posting.voucherId());
            if (ours.contains(posting.id())) {
                evidence.put(posting.id(), Evidence.OURS);
            } else if (voucher != null) {
                evidence.put(posting.id(), judged(creditor, claim, posting, voucher, unknown));
            }
        }
        return evidence;
    }

    private static List<InvoicePosting> sorted(Invoice invoice, FollowedClaim claim) {
        Set<Long> claimed = claim.claimed();
        return invoice.postings().stream()
                .filter(posting -> !claimed.contains(posting.id()))
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .toList();
    }

    private Evidence judged(
            Creditor creditor,
            FollowedClaim claim,
            InvoicePosting posting,
            VoucherFacts voucher,
            List<Booking> unknown) {
        if (voucher.key() != null
                && bookings.find(voucher.key())
                        .filter(booking -> booking.intent().creditorId().equals(creditor.id()))
                        .isPresent()) {
            return Evidence.OURS;
        }
        if (voucher.creditNote() != null) {
            return Evidence.credited(voucher.creditNote());
        }
        Evidence evidence = Evidence.of(others(posting, voucher), voucher.reverses());
        boolean theirs = isAgencyMoney(creditor, claim, posting, voucher);
        for (Booking booking : unknown) {
            if (booking.intent().principalOre() == -posting.amountOre() && mayBe(booking, claim, voucher, theirs)) {
                return doubted(booking, posting, evidence, unknown);
            }
        }
        return theirs ? evidence.ofTheAgency() : evidence;
    }

    /** A payment of ours stands against the account on which the agency's money is waited for, if accounts are told at all. */
    private boolean mayBe(Booking booking, FollowedClaim claim, VoucherFacts voucher, boolean theirs) {
        return theirs || !booking.state().booked() || voucher.accounts().isEmpty() || !isWithAgency(claim);
    }

    private boolean isWithAgency(FollowedClaim claim) {
        return profiles.of(claim.agency()).capabilities().moneyOn() == Capabilities.Holder.AGENCY;
    }

    private static Set<Integer> others(InvoicePosting posting, VoucherFacts voucher) {
        Set<Integer> accounts = new TreeSet<>(voucher.accounts());
        // A token that may not read accounts tells no number.
        Optional.ofNullable(posting.accountNumber()).ifPresent(accounts::remove);
        return accounts;
    }

    /** Bookings of a claim that may stand in the books by postings that we do not know. */
    private List<Booking> unremembered(FollowedClaim claim) {
        return bookings.ofClaim(claim.key()).stream()
                .filter(booking -> booking.intent().principalOre() != 0)
                .filter(booking -> !booking.state().booked() || isUnknown(booking))
                .toList();
    }

    /** A payment on the invoice has a posting beside those of the voucher with the rest. */
    private boolean isUnknown(Booking booking) {
        List<BookedPosting> known = bookings.postings(booking.key());
        return BookingWay.INVOICE_PAYMENT.name().equals(booking.intent().way())
                ? known.stream()
                        .noneMatch(posting -> posting.accountId() == 0
                                || posting.amountOre() == -booking.intent().principalOre())
                : booking.voucherId() == null && known.isEmpty();
    }

    private Evidence doubted(Booking booking, InvoicePosting posting, Evidence evidence, List<Booking> unknown) {
        if (booking.state().booked()) {
            // Paid, but of two alike nobody could say which was ours: either may be.
            bookings.remember(
                    booking.key(), List.of(new BookedPosting(posting.id(), posting.accountId(), posting.amountOre())));
            unknown.remove(booking);
            return Evidence.OURS;
        }
        boolean underWay = booking.state() == BookingState.INTENDED || booking.state() == BookingState.PROPOSED;
        // A person has ended the booking, and may have booked the same money by hand.
        return underWay ? Evidence.MAYBE_OURS : evidence.uncertain();
    }

    /** The payout put on the debtor instead of the interim account, or a settlement booked by hand against it. */
    private boolean isAgencyMoney(
            Creditor creditor, FollowedClaim claim, InvoicePosting posting, VoucherFacts voucher) {
        Integer interim = creditor.serving(claim.agency()).accounts().get(AccountRole.INTERIM);
        if (isWithAgency(claim) && interim != null && voucher.accounts().contains(interim)) {
            return true;
        }
        List<String> texts = new ArrayList<>(voucher.texts());
        if (posting.text() != null) {
            texts.add(posting.text());
        }
        return payouts.anyOf(creditor.id(), texts);
    }
}
