package no.kravbro.reconcile;

import java.util.Optional;
import no.kravbro.claim.CloseReason;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.money.Settlement;
import no.kravbro.money.VoucherKey;
import org.springframework.stereotype.Service;

/**
 * An unsolved case costs nothing, but when the creditor withdrew it late. A charge without payment on another case is booked,
 * for the money is gone, and a difference tells that somebody must ask why; it closes when the case turns out withdrawn or
 * solved, or the charge is taken back.
 */
@Service
public class UnsolvedCharges {

    /** Cause of the difference. */
    static final String CHARGED = "CHARGED_UNSOLVED";

    private final Claims claims;
    private final Differences differences;

    UnsolvedCharges(Claims claims, Differences differences) {
        this.claims = claims;
        this.differences = differences;
    }

    /** In the caller's transaction. */
    void received(Creditor creditor, Settlement settlement, ClaimRow claim) {
        if (settlement.reverses() != null) {
            differences.close(creditor.id(), CHARGED, VoucherKey.of(creditor.agency(), settlement.reverses()));
        } else if (settlement.grossOre() == 0 && settlement.netToCreditorOre() < 0 && !mayBeCharged(claim)) {
            differences.open(new Differences.Found(
                    creditor.id(),
                    claim.key(),
                    CHARGED,
                    VoucherKey.of(creditor.agency(), settlement.id()),
                    -settlement.netToCreditorOre(),
                    "Settlement " + settlement.id() + " charges a case that is neither solved nor withdrawn"));
        }
    }

    /** Closes those of a creditor whose case has turned out withdrawn or solved. */
    public void look(String creditorId) {
        differences.open(creditorId).stream()
                .filter(difference -> difference.cause().equals(CHARGED))
                .filter(difference -> Optional.ofNullable(difference.claimKey())
                        .flatMap(claims::find)
                        .filter(UnsolvedCharges::mayBeCharged)
                        .isPresent())
                .forEach(difference -> differences.close(creditorId, CHARGED, difference.subject()));
    }

    private static boolean mayBeCharged(ClaimRow claim) {
        boolean solved = claim.bookedPrincipalOre() > 0 && claim.bookedPrincipalOre() >= claim.principalOre();
        return solved || CloseReason.WITHDRAWN.name().equals(claim.closeReason());
    }
}
