package no.kravbro.claim.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import no.kravbro.claim.InvoicePosting;

/** What stands on the receivable of one invoice, and what a reader of it remembers. Posting 1 is the invoice's own. */
final class InvoiceStory {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 7);

    private final long originalOre;
    private final Map<Long, InvoicePosting> postings = new TreeMap<>();
    private final Map<Long, Evidence> evidence = new HashMap<>();
    private final Map<Long, KnownPosting> memory = new TreeMap<>();
    private long bookedOre;
    private Random order;

    InvoiceStory(long originalOre) {
        this.originalOre = originalOre;
        posts(1, originalOre, null);
    }

    /** Every further reading gives the postings in another order. */
    InvoiceStory shuffled(Random random) {
        order = random;
        return this;
    }

    /** Each posting has a voucher of its own. */
    static long voucher(long posting) {
        return 900 + posting;
    }

    InvoiceStory posts(long id, long ore, Evidence what) {
        postings.put(id, new InvoicePosting(id, DAY, 1500, ore, null, voucher(id), 1500, null));
        if (what != null) {
            evidence.put(id, what);
        }
        return this;
    }

    void proves(long id, Evidence what) {
        evidence.put(id, what);
    }

    void matches(long id, Long group) {
        InvoicePosting was = postings.get(id);
        postings.put(
                id,
                new InvoicePosting(
                        id, was.date(), 1500, was.amountOre(), group, was.voucherId(), was.accountNumber(), null));
    }

    void removes(long id) {
        postings.remove(id);
    }

    void booked(long ore) {
        bookedOre += ore;
    }

    /** Reads, remembers, and tells what was new. */
    List<Change> read() {
        List<InvoicePosting> all = new ArrayList<>(postings.values());
        if (order != null) {
            Collections.shuffle(all, order);
        }
        Findings findings = Comparison.of(
                memory.values(), new Reading(originalOre, originalOre, bookedOre, Set.of(1L), all, evidence));
        findings.noted().forEach(posting -> memory.put(posting.id(), posting));
        return findings.changes();
    }

    KnownPosting known(long id) {
        return memory.get(id);
    }

    Map<Long, KnownPosting> memory() {
        return memory;
    }

    /** What the agency believes of payments and credits. */
    long told() {
        return memory.values().stream().mapToLong(KnownPosting::toldOre).sum();
    }

    long outstanding() {
        return postings.values().stream().mapToLong(InvoicePosting::amountOre).sum();
    }

    Map<Long, InvoicePosting> postings() {
        return postings;
    }
}
