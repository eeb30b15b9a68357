package no.kravbro.reconcile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WorkingDay;
import no.kravbro.money.Money;
import no.kravbro.money.Payout;
import no.kravbro.money.PayoutMatch;
import no.kravbro.money.PayoutState;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.InterimPosting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recognises the agencies' payouts among what others have posted on the interim account, by text and amount. What is read is
 * the truth of its days: a posting that is gone counts no more. Our own bookings are told by their postings, never by amounts.
 */
@Service
public class PayoutWatch {

    /** Cause of a difference: which payout it is cannot be told. */
    static final String UNCLEAR = "PAYOUT_UNCLEAR";

    private static final int PATIENCE_WORKING_DAYS = 3;
    /** A bank's day may lie before the agency's, and what has arrived may be put right for a while. */
    private static final int SLACK_DAYS = 7;

    private static final int SETTLED_DAYS = 31;
    private static final int LONGEST_WINDOW_DAYS = 400;

    private final Payouts payouts;
    private final Bookings bookings;
    private final Differences differences;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PayoutWatch(
            Payouts payouts, Bookings bookings, Differences differences, TransactionTemplate transaction, Clock clock) {
        this.payouts = payouts;
        this.bookings = bookings;
        this.differences = differences;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The days in which a payout may have arrived or been changed; empty when none is expected: then nothing need be read. */
    public Optional<DayWindow> window(String creditorId) {
        LocalDate today = OsloDay.today(clock);
        return payouts.all(creditorId).stream()
                .filter(each -> each.payout().announcedOre() != 0)
                .filter(each -> each.state().open() || each.day().isAfter(today.minusDays(SETTLED_DAYS)))
                .map(each -> each.day().minusDays(SLACK_DAYS))
                .min(LocalDate::compareTo)
                .map(first -> first.isBefore(today.minusDays(LONGEST_WINDOW_DAYS))
                        ? today.minusDays(LONGEST_WINDOW_DAYS)
                        : first)
                .map(first -> DayWindow.through(first.isAfter(today) ? today : first, today));
    }

    /** All that stands on the interim account in the window. */
    public void read(String creditorId, DayWindow window, List<InterimPosting> postings) {
        transaction.executeWithoutResult(status -> {
            forgetGone(creditorId, window, postings);
            Set<String> unclear = new HashSet<>();
            Set<Long> known = payouts.recognised(creditorId).stream()
                    .map(Payouts.Recognised::postingId)
                    .collect(Collectors.toSet());
            List<Payout> announced = new ArrayList<>(announced(creditorId));
            for (InterimPosting posting : others(creditorId, postings)) {
                if (!known.contains(posting.id()) && !recognised(creditorId, posting, announced)) {
                    unclear.add(subject(posting));
                }
            }
            differences.open(creditorId).stream()
                    .filter(difference -> difference.cause().equals(UNCLEAR))
                    .filter(difference -> !unclear.contains(difference.subject()))
                    .forEach(difference -> differences.close(creditorId, UNCLEAR, difference.subject()));
        });
        judge(creditorId);
    }

    private void forgetGone(String creditorId, DayWindow window, List<InterimPosting> postings) {
        Set<Long> there = postings.stream().map(InterimPosting::id).collect(Collectors.toSet());
        payouts.recognised(creditorId).stream()
                .filter(each ->
                        !each.day().isBefore(window.from()) && each.day().isBefore(window.to()))
                .filter(each -> !there.contains(each.postingId()))
                .forEach(each -> payouts.forget(creditorId, each));
    }

    /** Those whose voucher is none of ours. */
    private List<InterimPosting> others(String creditorId, List<InterimPosting> postings) {
        Set<Long> ids = postings.stream()
                .flatMap(posting -> posting.siblings().stream())
                .collect(Collectors.toSet());
        Set<Long> ours = bookings.ours(creditorId, ids);
        Set<String> keys =
                bookings.findAll(keys(postings)).stream().map(Booking::key).collect(Collectors.toSet());
        return postings.stream()
                .filter(posting -> posting.siblings().stream().noneMatch(ours::contains))
                .filter(posting -> !keys.contains(String.valueOf(posting.voucherKey())))
                .toList();
    }

    private static Collection<String> keys(List<InterimPosting> postings) {
        return postings.stream()
                .map(InterimPosting::voucherKey)
                .filter(key -> key != null)
                .collect(Collectors.toSet());
    }

    /** False when a person must say which payout it is. Each is matched against what the ones before have left open. */
    private boolean recognised(String creditorId, InterimPosting posting, List<Payout> announced) {
        PayoutMatch match = PayoutMatch.of(posting.text(), -posting.amountOre(), announced);
        if (match.payout().isPresent()) {
            payouts.recognise(creditorId, match.payout().get(), posting);
            announced.clear();
            announced.addAll(announced(creditorId));
        }
        if (match.candidates().isEmpty()) {
            return true;
        }
        differences.open(new Differences.Found(
                creditorId, null, UNCLEAR, subject(posting), -posting.amountOre(), detail(match.candidates())));
        return false;
    }

    private List<Payout> announced(String creditorId) {
        return payouts.all(creditorId).stream().map(Payouts.Announced::payout).toList();
    }

    private static String subject(InterimPosting posting) {
        return "posting:" + posting.id();
    }

    private static String detail(List<Payout> candidates) {
        return "Could be " + candidates.stream().map(Payout::bankText).collect(Collectors.joining(", or "));
    }

    /** Notes where each payout stands today. */
    public void judge(String creditorId) {
        LocalDate today = OsloDay.today(clock);
        for (Payouts.Announced each : payouts.all(creditorId)) {
            boolean overdue = today.isAfter(WorkingDay.after(each.day(), PATIENCE_WORKING_DAYS));
            PayoutState state =
                    PayoutState.of(each.payout().announcedOre(), each.payout().arrivedOre(), overdue);
            if (state != each.state() || PayoutTrouble.cause(state).isPresent()) {
                transaction.executeWithoutResult(status -> stands(creditorId, each.payout(), state));
            }
        }
    }

    private void stands(String creditorId, Payout payout, PayoutState state) {
        payouts.state(creditorId, payout, state);
        String subject = payout.agency() + ":" + payout.number();
        for (PayoutState other : PayoutState.values()) {
            if (other != state) {
                PayoutTrouble.cause(other).ifPresent(was -> differences.close(creditorId, was, subject));
            }
        }
        PayoutTrouble.cause(state)
                .ifPresent(cause -> differences.open(new Differences.Found(
                        creditorId,
                        null,
                        cause,
                        subject,
                        Math.subtractExact(payout.announcedOre(), payout.arrivedOre()),
                        payout.bankText() + ": announced " + Money.decimal(payout.announcedOre()) + ", arrived "
                                + Money.decimal(payout.arrivedOre()))));
    }
}
