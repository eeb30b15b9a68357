package no.kravbro.claim.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.kravbro.claim.InvoicePosting;

/**
 * Compares what we know of a claim's invoice with how it stands now. A pure function: whoever remembers what it noted and
 * reads the same again finds nothing. The order of the postings does not matter; their ids tell which came first.
 */
public final class Comparison {

    private final Reading reading;
    private final Map<Long, KnownPosting> known = new TreeMap<>();
    private final Map<Long, KnownPosting> noted = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();

    private Comparison(Collection<KnownPosting> known, Reading reading) {
        this.reading = reading;
        known.forEach(posting -> this.known.put(posting.id(), posting));
    }

    /** @param known what was noted about this claim's postings so far */
    public static Findings of(Collection<KnownPosting> known, Reading reading) {
        return new Comparison(known, reading).findings();
    }

    private Findings findings() {
        List<InvoicePosting> postings = reading.postings().stream()
                .sorted(Comparator.comparingLong(InvoicePosting::id))
                .toList();
        postings.forEach(this::back);
        postings.forEach(this::fresh);
        Set<Long> standing = postings.stream().map(InvoicePosting::id).collect(Collectors.toSet());
        List.copyOf(now().values()).stream()
                .filter(each -> each.standing() && !standing.contains(each.id()))
                .forEach(this::gone);
        reading.claimed().stream()
                .filter(id -> !standing.contains(id) && !known.containsKey(id))
                .sorted()
                .forEach(this::claimedGone);
        postings.forEach(this::matching);
        return new Findings(changes, List.copyOf(noted.values()));
    }

    private Map<Long, KnownPosting> now() {
        Map<Long, KnownPosting> all = new TreeMap<>(known);
        all.putAll(noted);
        return all;
    }

    private void note(KnownPosting posting) {
        noted.put(posting.id(), posting);
    }

    /** What had gone and stands again. */
    private void back(InvoicePosting posting) {
        KnownPosting was = known.get(posting.id());
        if (was == null || was.standing()) {
            return;
        }
        KnownPosting again = was.read(posting);
        changes.add(new Change.PutRight(again));
        if (was.fate() == Fate.PAYMENT && !was.isTold()) {
            again = again.told(was.round() + 1, -posting.amountOre());
            changes.add(new Change.DirectPayment(posting, again.round()));
        }
        note(again);
    }

    private void fresh(InvoicePosting posting) {
        Evidence evidence = reading.evidence().get(posting.id());
        if (known.containsKey(posting.id())
                || noted.containsKey(posting.id())
                || reading.claimed().contains(posting.id())
                || evidence == null
                || evidence.nature() == Nature.MAYBE_OURS) {
            return;
        }
        if (evidence.nature() == Nature.OURS) {
            note(KnownPosting.of(posting, Fate.OURS, 0));
        } else if (posting.amountOre() >= 0) {
            raised(posting, evidence);
        } else {
            lowered(posting, evidence);
        }
    }

    private void lowered(InvoicePosting posting, Evidence evidence) {
        switch (evidence.nature()) {
            case PAYMENT -> paid(posting);
            case CREDIT_NOTE -> credited(posting, evidence.creditNote());
            case WRITE_OFF -> {
                changes.add(new Change.WriteOff(posting));
                note(KnownPosting.of(posting, Fate.WRITTEN_OFF, 0));
            }
            case AGENCY_MONEY -> {
                changes.add(new Change.AgencyMoney(posting));
                note(KnownPosting.of(posting, Fate.AGENCY_MONEY, 0));
            }
            default -> unclear(posting, Change.Why.UNKNOWN_KIND);
        }
    }

    private void paid(InvoicePosting posting) {
        boolean over = reading.postings().stream().anyMatch(other -> isReversalOf(other, posting));
        if (over) {
            // Paid and taken back before anybody was told.
            note(KnownPosting.of(posting, Fate.PAYMENT, 0));
        } else {
            changes.add(new Change.DirectPayment(posting, 1));
            note(KnownPosting.of(posting, Fate.PAYMENT, -posting.amountOre()));
        }
    }

    private boolean isReversalOf(InvoicePosting other, InvoicePosting posting) {
        Evidence evidence = reading.evidence().get(other.id());
        return other.amountOre() > 0
                && evidence != null
                && evidence.reverses() != null
                && evidence.reverses().equals(posting.voucherId());
    }

    /** Only what is left of the claim can be taken off it; a credit of the whole invoice is told as what it is. */
    private void credited(InvoicePosting posting, String number) {
        long credit = -posting.amountOre();
        long left = left();
        boolean whole = credit == reading.originalOre();
        long lowers = Math.min(credit, left);
        if (lowers > 0) {
            changes.add(new Change.CreditNote(posting, lowers, credit >= left, whole, number));
        }
        note(KnownPosting.of(posting, Fate.CREDIT, Math.max(lowers, 0)));
    }

    private long left() {
        long told = now().values().stream().mapToLong(KnownPosting::toldOre).sum();
        return reading.claimedOre() - reading.bookedOre() - told;
    }

    private void raised(InvoicePosting posting, Evidence evidence) {
        Optional<KnownPosting> payment = takenBack(posting, evidence);
        if (payment.isEmpty()) {
            unclear(posting, Change.Why.RAISED);
            return;
        }
        KnownPosting was = payment.get();
        if (was.isTold()) {
            changes.add(new Change.TakenBack(was, posting));
            note(was.told(was.round(), 0));
        }
        note(KnownPosting.of(posting, Fate.TAKES_BACK, 0));
    }

    /** By the voucher that is reversed; money paid back without naming one can only mean a payment of exactly this sum. */
    private Optional<KnownPosting> takenBack(InvoicePosting posting, Evidence evidence) {
        List<KnownPosting> payments = now().values().stream()
                .filter(each -> each.fate() == Fate.PAYMENT && each.standing())
                .toList();
        if (evidence.reverses() != null) {
            return payments.stream()
                    .filter(each -> evidence.reverses().equals(each.voucherId()))
                    .findFirst();
        }
        List<KnownPosting> alike = payments.stream()
                .filter(each -> each.isTold() && each.amountOre() == -posting.amountOre())
                .toList();
        return evidence.nature() == Nature.PAYMENT && alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    private void gone(KnownPosting was) {
        note(was.gone());
        switch (was.fate()) {
            case PAYMENT -> {
                if (was.isTold()) {
                    changes.add(new Change.TakenBack(was, null));
                    note(was.gone().told(was.round(), 0));
                }
            }
            case OURS -> {
                if (!isTakenBackByUs(was)) {
                    changes.add(new Change.Unmatched(was));
                }
            }
            case CREDIT, CLAIMED, TAKES_BACK ->
                changes.add(new Change.Unclear(was.id(), Math.abs(was.amountOre()), Change.Why.GONE));
            case WRITTEN_OFF, AGENCY_MONEY, UNCLEAR -> changes.add(new Change.PutRight(was.gone()));
        }
    }

    /** Noted now for the first time, so that it is found once. */
    private void claimedGone(long id) {
        KnownPosting gone = new KnownPosting(id, null, null, 0, null, Fate.CLAIMED, false, 1, 0);
        note(gone);
        changes.add(new Change.Unclear(id, 0, Change.Why.GONE));
    }

    private void matching(InvoicePosting posting) {
        KnownPosting was = known.get(posting.id());
        if (was == null || !was.standing() || same(was.closeGroup(), posting.closeGroup())) {
            return;
        }
        KnownPosting is = noted.getOrDefault(posting.id(), was).read(posting);
        note(is);
        boolean takenBack = was.isTold() && !is.isTold();
        if (posting.closeGroup() == null && !takenBack && was.fate() != Fate.UNCLEAR) {
            if (!isTakenBackByUs(is)) {
                changes.add(new Change.Unmatched(is));
            }
        } else if (was.closeGroup() == null) {
            changes.add(new Change.PutRight(is));
        }
    }

    /** Money that the agency took back was booked back: opening what it was matched with is what the creditor had to do. */
    private boolean isTakenBackByUs(KnownPosting posting) {
        return posting.fate() == Fate.OURS && reading.bookedOre() == 0;
    }

    private static boolean same(Long one, Long other) {
        return one == null ? other == null : one.equals(other);
    }

    private void unclear(InvoicePosting posting, Change.Why why) {
        changes.add(new Change.Unclear(posting.id(), Math.abs(posting.amountOre()), why));
        note(KnownPosting.of(posting, Fate.UNCLEAR, 0));
    }
}
