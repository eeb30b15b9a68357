package no.kravbro.sandbox.bahs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.sandbox.Store;

/** Everything the simulated agency remembers, and the numbers it gives out (shaped as in the contract's examples). */
final class Memory {

    final Store.Table<SakRow> cases;
    final Store.Table<OperationRow> operations;
    final Store.Table<PostRow> posts;
    final Store.Table<SettlementRow> settlements;
    final Store.Table<WriteRow> writes;
    final Store.Table<Script> scripts;
    final Store.Table<Long> balances;
    final Store.Table<String> marks;
    private final Store store;

    Memory(Store store) {
        this.store = store;
        this.cases = store.table("bahs-cases", SakRow.class);
        this.operations = store.table("bahs-operations", OperationRow.class);
        this.posts = store.table("bahs-posts", PostRow.class);
        this.settlements = store.table("bahs-settlements", SettlementRow.class);
        this.writes = store.table("bahs-writes", WriteRow.class);
        this.scripts = store.table("bahs-scripts", Script.class);
        this.balances = store.table("bahs-balances", Long.class);
        this.marks = store.table("bahs-marks", String.class);
    }

    long next(String sequence, long first) {
        return store.next("bahs-" + sequence, first);
    }

    /** A free case number; those that scripts have promised are taken. */
    String newCaseNumber() {
        String number = Long.toString(next("case", 700_201));
        return cases.get(number) == null ? number : newCaseNumber();
    }

    void put(SakRow sak) {
        cases.put(sak.number, sak);
    }

    List<SakRow> casesOf(String creditor) {
        return cases.all().stream()
                .filter(sak -> sak.creditor.equals(creditor))
                .sorted(Comparator.comparing((SakRow sak) -> sak.changed).thenComparing(sak -> sak.number))
                .toList();
    }

    /** Payments on a case that nobody has taken back, in the order they came. */
    Stream<PostRow> paymentsOn(SakRow sak) {
        List<PostRow> all = postsOf(sak.creditor);
        Set<String> takenBack = all.stream().map(PostRow::reverses).collect(Collectors.toSet());
        return all.stream()
                .filter(post -> post.caseNumber().equals(sak.number) && post.reverses() == null)
                .filter(post -> post.lines().stream().anyMatch(line -> line.paidOre() > 0))
                .filter(post -> !takenBack.contains(post.id()));
    }

    Optional<SakRow> openCase(String key) {
        return cases.all().stream()
                .filter(sak -> sak.key().equals(key) && sak.isOpen())
                .findFirst();
    }

    /** The newest case of a key. */
    Optional<SakRow> newestCase(String key) {
        return cases.all().stream()
                .filter(sak -> sak.key().equals(key))
                .max(Comparator.comparing((SakRow sak) -> sak.received).thenComparing(sak -> sak.number));
    }

    Optional<OperationRow> operation(String submission) {
        return operations.all().stream()
                .filter(operation -> operation.submission().equals(submission))
                .findFirst();
    }

    List<PostRow> postsOf(String creditor) {
        return posts.all().stream()
                .filter(post -> post.creditor().equals(creditor))
                .sorted(Comparator.comparing(PostRow::id))
                .toList();
    }
}
