package no.kravbro.histories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import no.kravbro.crash.DrivenTown;

/**
 * What a seed makes happen in the town on some days: at each of its four firms money on both sides in any order, and for all
 * of them faults of wires and ends of the process. Days on which nothing happens pass for everybody; the product, which has
 * not run meanwhile, then does what has become due.
 */
final class History {

    /** Each firm of the town has one. */
    static final int AT_ONCE = 4;

    static final int DAYS = 30;

    private static final int LONGEST_PAUSE = 6;
    private static final int EVENTS = 3;
    /** Weekly statements, and deadlines of what is on its way. */
    private static final int[] QUIET_DAYS = {7, 7, 1, 1};

    private final DrivenTown town;
    private final Random random;
    private final boolean everyDay;
    private final Map<Firm, Account> accounts = new LinkedHashMap<>();
    private final List<Happenings> happenings = new ArrayList<>();

    /** @param everyDay whether the product runs on every day, as it does in production */
    History(DrivenTown town, long seed, boolean everyDay) {
        this.town = town;
        this.random = new Random(seed);
        this.everyDay = everyDay;
        for (Firm firm : Firm.of(town.town())) {
            Account account = new Account(firm);
            accounts.put(firm, account);
            happenings.add(new Happenings(town, firm, account, new Random(random.nextLong())));
        }
    }

    /** Lives it. @return what is wrong in the end, in words */
    List<String> live(int length) {
        for (int day = 0; day < length; ) {
            for (Happenings each : happenings) {
                for (int event = random.nextInt(EVENTS); event > 0; event--) {
                    each.next();
                }
            }
            weather();
            int days = Math.min(length - day, everyDay ? 1 : 1 + random.nextInt(LONGEST_PAUSE));
            pass(days);
            day += days;
        }
        town.fair();
        for (int days : QUIET_DAYS) {
            pass(days);
        }
        return faults();
    }

    /** Claims that this history has followed. */
    List<String> claims(Firm firm) {
        return accounts.entrySet().stream()
                .filter(each -> each.getKey().creditor().equals(firm.creditor()))
                .flatMap(each -> each.getValue().claims().stream())
                .toList();
    }

    /** What is wrong now, in words. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        Map<String, Set<String>> excuses = excuses();
        accounts.values().forEach(account -> faults.addAll(account.faults(excuses)));
        return faults;
    }

    private void weather() {
        town.fair();
        int dice = random.nextInt(5);
        if (dice == 0) {
            town.storm(random.nextLong(), 10);
        } else if (dice == 1) {
            town.endsAfter(1 + random.nextInt(120));
        }
    }

    private void pass(int days) {
        town.days(days);
        accounts.keySet().forEach(Firm::postsWhatWaits);
        town.rest();
    }

    /** By claim, the causes of open differences, and the actions that are left to people. */
    private Map<String, Set<String>> excuses() {
        Map<String, Set<String>> excuses = new HashMap<>();
        town.eyes()
                .sql("select claim_key, cause from difference where state <> 'CLOSED' and claim_key is not null"
                        + " union select claim_key, case kind when 'DO_BY_HAND' then subject else kind end from task"
                        + " where state = 'OPEN' and claim_key is not null")
                .query((row, number) -> excuses.computeIfAbsent(row.getString(1), none -> new HashSet<>())
                        .add(row.getString(2).replaceFirst(" .*", "")))
                .list();
        return excuses;
    }
}
