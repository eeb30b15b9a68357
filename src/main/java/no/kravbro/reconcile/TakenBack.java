package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Refusal;
import no.kravbro.money.Finding;
import no.kravbro.money.ReversalCheck;
import no.kravbro.money.Settlement;
import no.kravbro.money.VoucherKey;
import org.springframework.stereotype.Component;

/** Holds a settlement that takes an earlier one back against the one it names; what does not fit throws {@link Refusal}. */
@Component
class TakenBack {

    private final Bookings bookings;

    TakenBack(Bookings bookings) {
        this.bookings = bookings;
    }

    /** In the caller's transaction. Does nothing for a settlement that takes nothing back. */
    void check(Creditor creditor, Settlement settlement) {
        if (settlement.reverses() == null) {
            return;
        }
        Booking original = bookings.find(VoucherKey.of(creditor.agency(), settlement.reverses()))
                .filter(booking -> booking.intent().creditorId().equals(creditor.id()))
                .filter(TakenBack::stands)
                .orElseThrow(() -> new Refusal(
                        "REVERSAL_UNKNOWN",
                        settlement.id() + " takes back " + settlement.reverses() + ", which is not booked here"));
        List<Finding> findings = ReversalCheck.of(settlement, settlement(original));
        if (!findings.isEmpty()) {
            throw new Refusal(
                    findings.get(0).cause().name(),
                    "Takes back " + settlement.reverses() + ": "
                            + findings.get(0).detail());
        }
        onlyOnce(creditor, settlement);
    }

    private void onlyOnce(Creditor creditor, Settlement settlement) {
        String own = VoucherKey.of(creditor.agency(), settlement.id());
        bookings.ofClaim(settlement.claimKey()).stream()
                .filter(booking -> !booking.key().equals(own) && stands(booking))
                .map(TakenBack::settlement)
                .filter(other -> settlement.reverses().equals(other.reverses()))
                .findFirst()
                .ifPresent(other -> {
                    throw new Refusal(
                            Finding.Cause.REVERSAL_MISMATCH.name(),
                            settlement.reverses() + " is taken back by " + other.id() + " already");
                });
    }

    private static boolean stands(Booking booking) {
        return booking.state() != BookingState.DELETED && booking.state() != BookingState.ABANDONED;
    }

    static Settlement settlement(Booking booking) {
        try {
            return ExactJson.value(booking.intent().event(), Settlement.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The event of booking " + booking.key() + " is no settlement", notOurs);
        }
    }
}
