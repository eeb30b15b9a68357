package no.kravbro.camel;

import java.util.Optional;
import java.util.Set;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Work;
import no.kravbro.money.VoucherKey;
import no.kravbro.reconcile.Bookings;
import org.springframework.stereotype.Component;

/** Whose work a delivery is: the creditor as the agency that it concerns serves it. */
@Component
class ServedBy {

    private final Creditors creditors;
    private final Claims claims;
    private final Bookings bookings;

    ServedBy(Creditors creditors, Claims claims, Bookings bookings) {
        this.creditors = creditors;
        this.claims = claims;
        this.bookings = bookings;
    }

    Creditor of(Work work) {
        return of(work.members().get(0));
    }

    private static final Set<DeliveryKind> BY_ITS_TERMS = Set.of(
            DeliveryKind.BOOK_VOUCHER,
            DeliveryKind.BOOK_PAYMENT,
            DeliveryKind.BOOK_PROPOSAL,
            DeliveryKind.CLOSE_POSTINGS,
            DeliveryKind.ANSWER_PROPOSAL);

    /**
     * What goes to an agency is that agency's, what goes to the accounting system is the booking's or else the claim's. For
     * an agency that the creditors file does not name any more the creditor is seen as its first one serves it; the last look
     * stops what would still go there. Money is another matter: it is booked by the accounts and in the way of its own agency, or not at
     * all.
     *
     * @throws Refusal for money of an agency that the file does not name any more
     */
    Creditor of(Delivery delivery) {
        Creditor creditor = creditors.byId(delivery.creditorId());
        if (BY_ITS_TERMS.contains(delivery.kind())) {
            Optional<String> agency =
                    delivery.kind() == DeliveryKind.ANSWER_PROPOSAL ? Optional.of(delivery.target()) : agency(delivery);
            return agency.map(each -> named(creditor, each)).orElse(creditor);
        }
        if (creditor.everywhere().size() == 1) {
            return creditor;
        }
        return creditor.findAt(delivery.target())
                .or(() -> agency(delivery).flatMap(creditor::findAt))
                .orElse(creditor);
    }

    private static Creditor named(Creditor creditor, String agency) {
        return creditor.findAt(agency)
                .orElseThrow(() -> new Refusal(
                        "AGREEMENT_ENDED",
                        "The creditors file does not name " + agency + " for " + creditor.id() + " any more"));
    }

    private Optional<String> agency(Delivery delivery) {
        return VoucherKey.agency(delivery.key())
                .or(() -> bookings.find(delivery.key())
                        .map(booking -> booking.intent().agency()))
                .or(() -> Optional.ofNullable(delivery.claimKey())
                        .flatMap(claims::find)
                        .map(ClaimRow::agency));
    }
}
