package no.kravbro.histories;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.claim.ClaimKey;
import no.kravbro.sandbox.Receipt;
import no.kravbro.sandbox.Standing;

/**
 * Our own account of a firm's money, kept while a history happens, and held against what both sides' books say in the end. It
 * knows nothing of the product but which of its differences and tasks stand open.
 */
final class Account {

    private final Firm firm;
    private final Map<String, Long> began = new HashMap<>();
    private final Map<String, Long> counted = new HashMap<>();
    /** The same without what was taken back. */
    private final Map<String, Long> most = new HashMap<>();

    private final Map<String, Set<Event>> events = new HashMap<>();
    private final Map<String, List<String>> diary = new HashMap<>();
    private final Map<String, Long> mostReceived = new HashMap<>();
    private final Map<String, Long> receivedBefore;
    private final Map<String, Long> mostReceivedBefore;

    Account(Firm firm) {
        this.firm = firm;
        this.receivedBefore = received();
        this.mostReceivedBefore = Map.copyOf(mostReceived);
    }

    /** From now on this claim is followed. */
    void follow(String key) {
        began.computeIfAbsent(key, unknown -> open(key));
    }

    List<String> claims() {
        return began.keySet().stream().sorted().toList();
    }

    /** Money or a credit that only the creditor's books count by themselves; negative when it was taken back. */
    void counts(String key, Event event, long ore) {
        counted.merge(key, ore, Math::addExact);
        most.merge(key, Math.max(ore, 0), Math::addExact);
        happened(key, event);
    }

    /** What this was, for whoever has to find out why it went wrong. */
    void tells(String key, String what) {
        diary.computeIfAbsent(key, none -> new ArrayList<>()).add(what);
    }

    void happened(String key, Event event) {
        events.computeIfAbsent(key, none -> EnumSet.noneOf(Event.class)).add(event);
    }

    /** What is owed by all that stands on the receivables account, matched or not. */
    long open(String key) {
        return firm.books().receivable(ClaimKey.parse(key).invoiceId());
    }

    private Map<String, Long> received() {
        mostReceived.clear();
        Map<String, Long> received = new HashMap<>();
        for (Receipt receipt : firm.receipts().get()) {
            received.merge(receipt.key(), receipt.principalOre(), Math::addExact);
            mostReceived.merge(receipt.key(), Math.max(receipt.principalOre(), 0), Math::addExact);
            if (receipt.principalOre() < 0) {
                happened(receipt.key(), Event.CORRECTED);
            }
        }
        return received;
    }

    /** @param excuses by claim, what the product says about it in open differences and tasks */
    List<String> faults(Map<String, Set<String>> excuses) {
        List<String> faults = new ArrayList<>();
        for (long voucher : firm.books().vouchers()) {
            if (firm.books().sum(voucher) != 0) {
                faults.add("voucher " + voucher + " of " + firm.creditor() + " does not balance");
            }
        }
        Map<String, Long> received = received();
        began.keySet().stream()
                .sorted()
                .forEach(
                        key -> judge(key, received.getOrDefault(key, 0L), excuses.getOrDefault(key, Set.of()), faults));
        return faults;
    }

    private long mostTheirs(String key) {
        return Math.subtractExact(mostReceived.getOrDefault(key, 0L), mostReceivedBefore.getOrDefault(key, 0L));
    }

    private void judge(String key, long received, Set<String> excuses, List<String> faults) {
        long theirs = Math.subtractExact(received, receivedBefore.getOrDefault(key, 0L));
        // Whether it is money that others have booked, or more of it, a person is asked.
        long asked = excuses.contains("DECIDE_PROPOSAL") ? firm.denied().applyAsLong(key) : 0;
        long left = began.get(key) - counted.getOrDefault(key, 0L) - theirs + asked;
        if (began.get(key) < most.getOrDefault(key, 0L) + mostTheirs(key)) {
            happened(key, Event.OVERPAID);
        }
        Set<Event> happened = events.getOrDefault(key, Set.of());
        String what = key + " " + happened + diary.getOrDefault(key, List.of()) + ": ";
        if (open(key) != left) {
            faults.add(what + open(key) + " is open, and by all money that exists " + left);
        }
        excuses.stream()
                .filter(excuse -> happened.stream().noneMatch(event -> event.excusedBy(excuse)))
                .forEach(excuse -> faults.add(what + excuse + " is open without a reason"));
        Standing standing = firm.standing().apply(key);
        long agency = standing.ended() == null ? standing.principalOre() : 0;
        boolean compared =
                standing.ended() == null || Set.of("PAID", "CREDITED").contains(standing.ended());
        if (compared && agency != left && excuses.isEmpty()) {
            faults.add(what + left + " is open, the agency says " + agency + ", and nothing explains it");
        }
    }
}
