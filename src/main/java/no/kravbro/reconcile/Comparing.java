package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.CloseReason;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.Stage;
import no.kravbro.claim.WorkingDay;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.reconcile.balance.AtAgency;
import no.kravbro.reconcile.balance.BalanceCheck;
import no.kravbro.reconcile.balance.Balances;
import no.kravbro.reconcile.balance.DifferenceCause;
import no.kravbro.reconcile.balance.Explained;
import no.kravbro.reconcile.balance.Movement;
import no.kravbro.reconcile.balance.Side;
import org.springframework.stereotype.Service;

/** Puts together what is known of each claim, from both sides, and compares it. Reads only. */
@Service
class Comparing {

    private static final Set<String> SETTLED = Set.of(CloseReason.PAID.name(), CloseReason.CREDITED.name());
    private static final Set<DifferenceCause> NO_WIRE =
            EnumSet.of(DifferenceCause.WRITTEN_OFF, DifferenceCause.UNCLEAR_POSTING);

    private final OpenItem openItem;
    private final Movements movements;
    private final ToldMovements told;
    private final NewPostings fresh;
    private final Captures captures;

    Comparing(OpenItem openItem, Movements movements, ToldMovements told, NewPostings fresh, Captures captures) {
        this.openItem = openItem;
        this.movements = movements;
        this.told = told;
        this.fresh = fresh;
        this.captures = captures;
    }

    /**
     * @param settledWithin working days that the agency may take to settle what it has been paid
     */
    List<Capture> compare(List<ClaimRow> claims, AgencySnapshot snapshot, LocalDate day, int settledWithin) {
        Map<String, Long> open = openItem.openOre(claims);
        return claims.stream()
                .map(claim -> compare(claim, open.get(claim.key()), snapshot, day, settledWithin))
                .toList();
    }

    private Capture compare(ClaimRow claim, Long ledgerOre, AgencySnapshot snapshot, LocalDate day, int settledWithin) {
        CaseUpdate agency = snapshot.ours(claim).orElse(null);
        Balances balances = new Balances(
                claim.key(),
                ledgerOre,
                standing(claim, agency),
                remaining(claim, agency),
                snapshot.openCases(claim),
                true,
                Map.of());
        Long paid = agency == null ? null : agency.paidOre();
        List<Movement> known = new ArrayList<>(movements.unbooked(claim));
        List<Movement> perhaps = new ArrayList<>(told.perhapsTold(claim, day));
        perhaps.addAll(movements.justBooked(claim, day));
        perhaps.addAll(movements.elsewhere(claim, day));
        boolean credited = balances.standing() == AtAgency.SETTLED && !isPaid(claim, agency);
        // An agency whose case has ended without money need not be told any more.
        (credited ? perhaps : known).addAll(told.untold(claim));
        // Whether the agency had counted it when it made its list nobody tells; the amount does.
        known.addAll(Movement.closest(left(balances, known, day), perhaps));
        if (left(balances, known, day) != 0) {
            List<Movement> unjudged = fresh.of(claim).stream()
                    .map(posting -> unjudged(posting, day))
                    .toList();
            known.addAll(Movement.closest(left(balances, known, day), unjudged));
        }
        overpaid(balances, left(balances, known, day)).ifPresent(known::add);
        known.addAll(Movement.closest(left(balances, known, day), told.partlyTold(claim)));
        LocalDate until = WorkingDay.after(paidSince(balances, paid, day), settledWithin);
        List<Movement> all = settled(
                known,
                counted -> Math.negateExact(left(balances, counted, day)),
                gap -> movements.unsettled(claim, gap, paid, isPaid(claim, agency), until));
        boolean open = left(balances, all, day) != 0;
        Balances named = open ? balances.with(movements.parts(claim)) : balances;
        return new Capture(balances, paid, BalanceCheck.of(named, all, day), day);
    }

    /**
     * With the settlement that is to come. What no wire carries a person may have told the agency: where its figures show so,
     * both sides have counted it.
     *
     * @param gapOre by how much the agency has counted more than some movements account for
     * @param toCome the settlement that a gap is waiting for
     */
    private static List<Movement> settled(
            List<Movement> known, ToLongFunction<List<Movement>> gapOre, LongFunction<Optional<Movement>> toCome) {
        long gap = gapOre.applyAsLong(known);
        Optional<Movement> settlement = toCome.apply(gap);
        List<Movement> counted = known;
        if (gap != 0 && settlement.isEmpty()) {
            List<Movement> byWire = known.stream()
                    .filter(each -> !NO_WIRE.contains(each.cause()))
                    .toList();
            long less = gapOre.applyAsLong(byWire);
            settlement = toCome.apply(less);
            counted = less == 0 || settlement.isPresent() ? byWire : known;
        }
        return Stream.concat(counted.stream(), settlement.stream()).toList();
    }

    /** No agency follows less than nothing: what was paid twice is for the creditor to give back. */
    private static Optional<Movement> overpaid(Balances balances, long leftOre) {
        long credit = balances.ledgerOre() == null ? 0 : -balances.ledgerOre();
        long over = balances.standing() == AtAgency.HANDED_BACK ? credit : Math.min(leftOre, credit);
        return over <= 0
                ? Optional.empty()
                : Optional.of(new Movement(
                        Side.LEDGER, over, DifferenceCause.OVERPAID, null, "invoice of " + balances.claimKey()));
    }

    /** The reading of changes comes to it by the next night. */
    private static Movement unjudged(InvoicePosting posting, LocalDate day) {
        return new Movement(
                Side.LEDGER,
                Math.negateExact(posting.amountOre()),
                posting.amountOre() < 0 ? DifferenceCause.DIRECT_PAYMENT_NOT_TOLD : DifferenceCause.REVERSAL_NOT_TOLD,
                WorkingDay.after(day, 1),
                "posting-" + posting.id());
    }

    private static long left(Balances balances, List<Movement> known, LocalDate day) {
        return BalanceCheck.of(balances, known, day).unexplainedOre();
    }

    /** Whether the agency says that the case has ended by payment: what was credited brings no money. */
    private static boolean isPaid(ClaimRow claim, CaseUpdate told) {
        return standing(claim, told) == AtAgency.SETTLED
                && CloseReason.PAID.name().equals(reason(claim, told));
    }

    private static AtAgency standing(ClaimRow claim, CaseUpdate told) {
        boolean closed = told == null ? claim.state() == ClaimState.CLOSED : told.stage() == Stage.CLOSED;
        if (closed) {
            return ended(reason(claim, told));
        }
        return told == null ? AtAgency.MISSING : AtAgency.FOLLOWED;
    }

    /** A list of what is open may tell that a case has ended and not why; what was told of the case itself does. */
    private static String reason(ClaimRow claim, CaseUpdate told) {
        return told == null || told.closeReason() == null ? claim.closeReason() : told.closeReason();
    }

    static AtAgency ended(String reason) {
        return reason != null && SETTLED.contains(reason) ? AtAgency.SETTLED : AtAgency.HANDED_BACK;
    }

    /** A case that does not name its principal has it unchanged. */
    private static long remaining(ClaimRow claim, CaseUpdate told) {
        if (told == null) {
            return 0;
        }
        if (told.remainingPrincipalOre() != null) {
            return told.remainingPrincipalOre();
        }
        return claim.agencyPrincipalOre() == null ? claim.principalOre() : claim.agencyPrincipalOre();
    }

    /** The first day on which the agency said that it had been paid as much as now, or, without an amount, stood as it does. */
    private LocalDate paidSince(Balances balances, Long paidOre, LocalDate today) {
        LocalDate since = today;
        List<Captures.Row> days = captures.of(balances.claimKey());
        for (int last = days.size() - 1; last >= 0; last--) {
            Captures.Row then = days.get(last);
            boolean same = paidOre == null
                    ? then.standing().equals(balances.standing().name())
                    : paidOre.equals(then.agencyPaidOre());
            if (!same) {
                break;
            }
            since = days.get(last).day();
        }
        return since;
    }

    /** Sum of the parts that are on their way, or of those that are not, without their signs. */
    static long sum(BalanceCheck check, boolean inTransit) {
        List<Explained> late = check.late();
        return check.explained().stream()
                .filter(part -> late.contains(part) != inTransit)
                .mapToLong(part -> Math.abs(part.amountOre()))
                .sum();
    }
}
