package no.kravbro.sandbox.kk2;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.sandbox.Store;

/** Everything the simulated KK2 remembers, and the numbers it gives out (shaped as in the contract's examples). */
final class Memory {

    private static final long FIRST_CASE = 80_123;
    private static final long FIRST_PROPOSAL = 501;

    final Store.Table<CaseRow> cases;
    final Store.Table<ProposalRow> proposals;
    final Store.Table<Plan> plans;
    /** Ids of money and instructions with their content: a repetition is known by it. */
    final Store.Table<String> deeds;

    final Store.Table<String> marks;
    private final Store store;

    Memory(Store store) {
        this.store = store;
        this.cases = store.table("kk2-cases", CaseRow.class);
        this.proposals = store.table("kk2-proposals", ProposalRow.class);
        this.plans = store.table("kk2-plans", Plan.class);
        this.deeds = store.table("kk2-deeds", String.class);
        this.marks = store.table("kk2-marks", String.class);
    }

    private long next(String sequence, long first) {
        long value = store.next("kk2-" + sequence, first);
        marks.put(sequence, Long.toString(value));
        return value;
    }

    /** The last number given out in a sequence. */
    long last(String sequence) {
        String last = marks.get(sequence);
        return last == null ? 0 : Long.parseLong(last);
    }

    String newCaseNumber() {
        return "K-" + next("case", FIRST_CASE);
    }

    long newProposal() {
        return next("proposal", FIRST_PROPOSAL);
    }

    /** Notes a change of a case: it moves to the end of the list of changes. */
    void changed(CaseRow row, Instant at) {
        row.changed = at;
        row.position = next("change", 7_701);
        cases.put(row.number, row);
    }

    /** The newest case of a key. */
    Optional<CaseRow> newest(String key) {
        return cases.all().stream()
                .filter(row -> row.key.equals(key))
                .max(Comparator.comparing((CaseRow row) -> row.received).thenComparing(row -> row.number));
    }

    CaseRow need(String key) {
        return newest(key).orElseThrow(() -> Kk2Error.notFound("krav"));
    }

    List<CaseRow> open() {
        return cases.all().stream().filter(CaseRow::isOpen).toList();
    }

    /** Payments on a case that the creditor has booked and nobody has taken back, in the order they came. */
    Stream<ProposalRow> bookedPaymentsOn(CaseRow row) {
        Set<String> takenBack =
                proposals.all().stream().map(ProposalRow::reverses).collect(Collectors.toSet());
        return proposals.all().stream()
                .filter(each -> each.caseNumber().equals(row.number)
                        && each.type().equals("INNBETALING")
                        && each.status().equals("GODTATT"))
                .filter(each -> !takenBack.contains(each.id()))
                .sorted(Comparator.comparingLong(ProposalRow::position));
    }

    /** Principal of proposals that are not answered yet: money that KK2 knows of and the books do not. */
    long waiting(String key) {
        return proposals.all().stream()
                .filter(row -> row.key().equals(key) && row.status().equals(ProposalRow.WAITING))
                .filter(row -> row.source() == null)
                .mapToLong(ProposalRow::principal)
                .sum();
    }
}
