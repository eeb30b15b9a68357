package no.kravbro.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares every claim of a creditor with what its agency says of it, once a night and on demand, and keeps what came of it:
 * the day's captures, the differences, and the evidence where there are none.
 */
@Service
public class Reconciliation {

    private static final int PAGE = 500;

    private final Claims claims;
    private final Comparing comparing;
    private final Captures captures;
    private final BalanceDifferences differences;
    private final Agreements agreements;
    private final DifferenceDecisions decisions;
    private final TransactionTemplate transaction;
    /** Everything that is read for a comparison is as of one moment: what others store meanwhile is not seen by halves. */
    private final TransactionTemplate moment;

    Reconciliation(
            Claims claims,
            Comparing comparing,
            Captures captures,
            BalanceDifferences differences,
            Agreements agreements,
            DifferenceDecisions decisions,
            TransactionTemplate transaction) {
        this.claims = claims;
        this.comparing = comparing;
        this.captures = captures;
        this.differences = differences;
        this.agreements = agreements;
        this.decisions = decisions;
        this.transaction = transaction;
        this.moment = new TransactionTemplate(transaction.getTransactionManager());
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        moment.setReadOnly(true);
    }

    /**
     * @param snapshot all cases as the agency has just told
     * @param settledWithin working days that the agency may take to settle what it has been paid
     * @return what it came to
     * @throws IllegalArgumentException for a snapshot that is not complete: what is not in it would look missing
     */
    public Agreement compare(Creditor creditor, AgencySnapshot snapshot, LocalDate day, int settledWithin) {
        if (!snapshot.isComplete()) {
            throw new IllegalArgumentException("Only all cases of an agency can be compared with all claims");
        }
        Known ours = new Known(new HashSet<>(), new HashSet<>());
        List<Capture> compared = moment.execute(status -> compared(creditor, snapshot, day, settledWithin, ours));
        Agreement agreement = sum(creditor, day, compared);
        transaction.executeWithoutResult(status -> {
            captures.store(creditor.id(), day, compared);
            differences.follow(creditor, compared);
            differences.strangers(creditor, snapshot, ours);
            agreements.keep(agreement);
            decisions.expire(creditor.id());
        });
        return agreement;
    }

    private List<Capture> compared(
            Creditor creditor, AgencySnapshot snapshot, LocalDate day, int settledWithin, Known ours) {
        List<ClaimRow> told = followed(creditor, day, ours).stream()
                .filter(claim -> !snapshot.unreadable(claim) && !isOnItsWay(claim, snapshot, day))
                .toList();
        List<Capture> compared = new ArrayList<>();
        for (int from = 0; from < told.size(); from += PAGE) {
            List<ClaimRow> page = told.subList(from, Math.min(from + PAGE, told.size()));
            compared.addAll(comparing.compare(page, snapshot, day, settledWithin));
        }
        return compared;
    }

    /**
     * Keys of our claims.
     *
     * @param here those of the agency that is compared with
     * @param elsewhere those that another agency has, or is to get
     */
    record Known(Set<String> here, Set<String> elsewhere) {

        private void add(ClaimRow claim, String agency) {
            boolean goes = claim.state() == ClaimState.ACCEPTED || claim.state() == ClaimState.PENDING;
            if (claim.agency().equals(agency)) {
                here.add(claim.key());
            } else if (goes) {
                elsewhere.add(claim.key());
            }
        }
    }

    /** A case may need until the next working day to appear: an agency's list may be older than its receipt. */
    private static boolean isOnItsWay(ClaimRow claim, AgencySnapshot snapshot, LocalDate day) {
        LocalDate received = claim.receivedOn() == null ? OsloDay.of(claim.createdAt()) : claim.receivedOn();
        return claim.state() == ClaimState.ACCEPTED
                && snapshot.ours(claim).isEmpty()
                && !day.isAfter(WorkingDay.after(received, 1));
    }

    /**
     * Claims the agency has confirmed, and closed ones until both sides agree on them, nothing is on its way, nothing has moved
     * in the books since, and no loss is told of them.
     */
    private List<ClaimRow> followed(Creditor creditor, LocalDate day, Known ours) {
        Map<String, Captures.Row> before = captures.before(creditor.id(), day);
        Set<String> again = new HashSet<>(captures.movedSince(creditor.id(), creditor.agency()));
        again.addAll(differences.losses(creditor.id()));
        List<ClaimRow> followed = new ArrayList<>();
        String last = "";
        List<ClaimRow> page;
        do {
            page = claims.list(creditor.id(), last, PAGE);
            for (ClaimRow claim : page) {
                ours.add(claim, creditor.agency());
                last = claim.key();
                if (claim.agency().equals(creditor.agency()) && matters(claim, before.get(claim.key()), again)) {
                    followed.add(claim);
                }
            }
        } while (page.size() == PAGE);
        return followed;
    }

    private static boolean matters(ClaimRow claim, Captures.Row before, Set<String> again) {
        return switch (claim.state()) {
            case ACCEPTED -> true;
            case CLOSED ->
                before == null
                        || !before.agrees()
                        || !isEnd(claim, before)
                        || before.isOnItsWay()
                        || again.contains(claim.key());
            case PENDING, REFUSED, STOPPED -> false;
        };
    }

    /** Whether the claim was compared as a closed one, with the reason that is known now. */
    private static boolean isEnd(ClaimRow claim, Captures.Row before) {
        return before.standing().equals(Comparing.ended(claim.closeReason()).name());
    }

    private static Agreement sum(Creditor creditor, LocalDate day, List<Capture> compared) {
        return new Agreement(
                creditor.id(),
                day,
                creditor.agency(),
                compared.size(),
                (int) compared.stream().filter(each -> each.check().agrees()).count(),
                compared.stream()
                        .mapToLong(each -> Comparing.sum(each.check(), true))
                        .sum(),
                compared.stream()
                        .mapToLong(each -> Comparing.sum(each.check(), false))
                        .sum(),
                compared.stream()
                        .mapToLong(each -> Math.abs(each.check().unexplainedOre()))
                        .sum());
    }
}
