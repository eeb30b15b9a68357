package no.kravbro.reconcile.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.kravbro.agency.Action;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.Capabilities;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.change.Change;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import no.kravbro.money.Money;
import org.springframework.stereotype.Component;

/**
 * What follows from a change: a delivery to the agency where its wire can carry it, a task for a person where it cannot, and a
 * difference where the agency is not to hear of it. All in the caller's transaction.
 */
@Component
class ReportOrders {

    private static final String ALREADY_ANSWERED =
            "; the answer to a dispute gave up an amount already: tell only what the agency does not know";
    private static final int DAYS_WITHOUT_A_WIRE = 3;

    private final AgencyProfiles profiles;
    private final Deliveries deliveries;
    private final Tasks tasks;
    private final ChangeDifferences differences;
    private final Timeline timeline;
    private final Clock clock;

    ReportOrders(
            AgencyProfiles profiles,
            Deliveries deliveries,
            Tasks tasks,
            ChangeDifferences differences,
            Timeline timeline,
            Clock clock) {
        this.profiles = profiles;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.differences = differences;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** About which claim, of whom. */
    private record Case(Creditor creditor, FollowedClaim claim, Invoice invoice) {}

    void order(Creditor creditor, FollowedClaim claim, Invoice invoice, Change change) {
        Case of = new Case(creditor, claim, invoice);
        if (change instanceof Change.DirectPayment paid) {
            paid(of, paid);
        } else if (change instanceof Change.CreditNote credit) {
            credited(of, credit);
        } else if (change instanceof Change.TakenBack back) {
            takenBack(of, back);
        } else {
            differences.of(creditor, claim, change);
            if (change instanceof Change.Unclear unclear) {
                explain(of, unclear);
            }
        }
        timeline.note(claim.key(), "CHANGE_FOUND", change.what() + " posting-" + change.postingId());
    }

    private void paid(Case of, Change.DirectPayment paid) {
        if (of.claim().open()) {
            Report report = report(of, paid.posting(), paid.event(), paid.amountOre(), paid.round(), null, false);
            tell(of, DeliveryKind.REPORT_PAYMENT, Action.REPORT_PAYMENT, report);
        }
    }

    private void credited(Case of, Change.CreditNote credit) {
        if (of.claim().open()) {
            Report report =
                    report(of, credit.posting(), credit.event(), credit.amountOre(), 1, credit.number(), credit.full());
            Action action = credit.whole() ? Action.CREDIT : Action.CREDIT_PART;
            if (of.claim().givenUp()) {
                // Our answer has lowered the claim there: the same once more would lower it twice.
                Capabilities can = profiles.of(of.claim().agency()).capabilities();
                byHand(of, can, action, report, DAYS_WITHOUT_A_WIRE, ALREADY_ANSWERED);
            } else {
                tell(of, DeliveryKind.REPORT_CREDIT, action, report);
            }
        }
    }

    private void takenBack(Case of, Change.TakenBack back) {
        Optional<Delivery> refused = refused(of, back);
        if (refused.isPresent()) {
            deliveries.cancel(refused.get().id(), ReportLook.NO_LONGER_SO);
            timeline.note(of.claim().key(), "REPORT_STOPPED", back.payment().event());
            return;
        }
        InvoicePosting by = back.by();
        Report report = new Report(
                of.claim().key(),
                of.claim().submission(),
                back.event(),
                back.payment().event(),
                back.payment().id(),
                back.payment().round(),
                by == null ? back.payment().voucherId() : by.voucherId(),
                by == null ? OsloDay.today(clock) : by.date(),
                back.amountOre(),
                of.invoice().currency(),
                of.invoice().amountOre(),
                of.invoice().number(),
                of.invoice().debtor().customerNumber(),
                null,
                false);
        tell(of, DeliveryKind.REVERSE_PAYMENT, Action.REVERSE_PAYMENT, report);
    }

    /** The agency would not be told of the payment: there is nothing to take back there, and nothing left to tell. */
    private Optional<Delivery> refused(Case of, Change.TakenBack back) {
        String key = ReportKeys.payment(of.claim().key(), back.payment().id());
        return deliveries.ofClaim(of.claim().key()).stream()
                .filter(each ->
                        each.kind() == DeliveryKind.REPORT_PAYMENT && each.key().equals(key))
                .filter(each -> each.submission() == back.payment().round() && ReportFollowed.isTooLate(each))
                .findFirst();
    }

    private static Report report(
            Case of, InvoicePosting posting, String event, long amountOre, int round, String creditNote, boolean full) {
        return new Report(
                of.claim().key(),
                of.claim().submission(),
                event,
                null,
                posting.id(),
                round,
                posting.voucherId(),
                posting.date(),
                amountOre,
                of.invoice().currency(),
                of.invoice().amountOre(),
                of.invoice().number(),
                of.invoice().debtor().customerNumber(),
                creditNote,
                full);
    }

    private void tell(Case of, DeliveryKind kind, Action action, Report report) {
        Capabilities can = profiles.of(of.claim().agency()).capabilities();
        Capabilities.Capability how = can.actions().get(action);
        if (how.by() != Capabilities.By.WIRE || !of.claim().open()) {
            byHand(of, can, action, report, of.claim().open() ? how.days() : DAYS_WITHOUT_A_WIRE, "");
            return;
        }
        deliveries.add(new NewDelivery(
                kind,
                ReportKeys.of(report),
                ReportKeys.submission(report),
                of.claim().agency(),
                of.claim().key(),
                of.creditor().id(),
                of.claim().key(),
                report.json(),
                report.amountOre()));
    }

    private void byHand(Case of, Capabilities can, Action action, Report report, int days, String more) {
        String what = report.reverses() == null ? report.event() : report.event() + " takes back " + report.reverses();
        open(
                of,
                TaskKind.DO_BY_HAND,
                action + " " + of.claim().key() + " " + report.event(),
                "%s: %s, %s NOK, %s, invoice %s%s"
                        .formatted(
                                can.portal(of.creditor().wishes().activatedOn()),
                                what,
                                Money.decimal(report.amountOre()).toPlainString(),
                                report.date(),
                                report.invoiceNumber(),
                                more),
                days == 0 ? DAYS_WITHOUT_A_WIRE : days);
    }

    private void explain(Case of, Change.Unclear unclear) {
        open(
                of,
                TaskKind.EXPLAIN_POSTING,
                of.claim().key() + "/posting-" + unclear.postingId(),
                "%s: posting %d, %s NOK, invoice %s"
                        .formatted(
                                unclear.why(),
                                unclear.postingId(),
                                Money.decimal(unclear.amountOre()).toPlainString(),
                                of.invoice().number()),
                DAYS_WITHOUT_A_WIRE);
    }

    private void open(Case of, TaskKind kind, String subject, String detail, int days) {
        LocalDate due = OsloDay.today(clock).plusDays(days);
        tasks.open(new NewTask(
                kind, subject, of.creditor().id(), of.claim().key(), of.claim().agency(), detail, due));
    }
}
