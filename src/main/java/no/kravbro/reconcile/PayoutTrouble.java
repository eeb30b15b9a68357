package no.kravbro.reconcile;

import java.util.Optional;
import no.kravbro.money.PayoutState;

/** Causes of the differences about payouts that did not arrive as announced. */
final class PayoutTrouble {

    private PayoutTrouble() {}

    static Optional<String> cause(PayoutState state) {
        return switch (state) {
            case LATE -> Optional.of("PAYOUT_LATE");
            case SHORT -> Optional.of("PAYOUT_SHORT");
            case OVER -> Optional.of("PAYOUT_OVER");
            case NOT_DUE, EXPECTED, PAID_OUT -> Optional.empty();
        };
    }
}
