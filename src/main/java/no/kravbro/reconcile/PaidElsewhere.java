package no.kravbro.reconcile;

import java.time.Clock;
import no.kravbro.agency.Action;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.money.Money;
import no.kravbro.money.VoucherKey;
import org.springframework.stereotype.Service;

/**
 * Money that an agency has received for a claim that another has by now. It is our own posting, so nothing reports it: a person tells
 * the agency that goes on, and until then nothing may make the claim harder for the debtor.
 */
@Service
class PaidElsewhere {

    private final Bookings bookings;
    private final Tasks tasks;
    private final Clock clock;

    PaidElsewhere(Bookings bookings, Tasks tasks, Clock clock) {
        this.bookings = bookings;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, before the money's booking is intended: what is known already was told when it came.
     *
     * @param creditor as the agency serves it that has received the money
     * @param event its id there
     * @param principalOre negative when the agency takes back what it had received
     */
    void received(Creditor creditor, ClaimRow claim, String event, long principalOre) {
        boolean goesOn = claim.state() == ClaimState.ACCEPTED || claim.state() == ClaimState.PENDING;
        if (principalOre == 0 || !goesOn || claim.agency().equals(creditor.agency())) {
            return;
        }
        if (bookings.find(VoucherKey.of(creditor.agency(), event)).isPresent()) {
            return;
        }
        Action action = principalOre > 0 ? Action.REPORT_PAYMENT : Action.REVERSE_PAYMENT;
        tasks.open(new NewTask(
                TaskKind.DO_BY_HAND,
                action + " " + claim.key() + " " + event,
                creditor.id(),
                claim.key(),
                claim.agency(),
                "%s %s: %s NOK, invoice %s"
                        .formatted(
                                creditor.agency(),
                                event,
                                Money.decimal(Math.abs(principalOre)).toPlainString(),
                                claim.invoiceNumber()),
                OsloDay.today(clock)));
    }
}
