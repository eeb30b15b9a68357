package no.kravbro.crash;

import java.util.ArrayList;
import java.util.List;

/** A piece of work that the product does with one agency, from the moment it falls due. */
abstract class Story {

    final Ground ground;
    private final String kind;
    private final String agency;
    private final String creditor;

    Story(Ground ground, String kind, String agency) {
        this.ground = ground;
        this.kind = kind;
        this.agency = agency;
        this.creditor = Agencies.creditor(agency);
    }

    final String kind() {
        return kind;
    }

    final String agency() {
        return agency;
    }

    final String creditor() {
        return creditor;
    }

    @Override
    public String toString() {
        return name();
    }

    final String name() {
        return kind + "/" + agency;
    }

    /** Brings the world to where the story begins. Called once, when everything before is done. */
    abstract void prepare();

    /** A life begins, at the hour that was prepared. */
    void begin() {}

    /** What people and clocks do when the product rests. */
    void others() {}

    /** Accepted claims of the creditor that nothing was paid on yet, newest first. */
    final List<String> unpaid() {
        return ground.driver()
                .eyes()
                .sql("select claim_key from claim where creditor_id = :creditor and state = 'ACCEPTED'"
                        + " and not exists (select 1 from booking b where b.claim_key = claim.claim_key)"
                        + " order by invoice_id desc")
                .param("creditor", creditor)
                .query(String.class)
                .list();
    }

    /** Asks the far sides. @param ended whether the product came to rest */
    final Verdict verdict(boolean ended) {
        Count count = new Count();
        if (!ended) {
            count.wrong.add("never comes to rest");
        }
        judge(count);
        List.of(
                        "select kind || ' ' || delivery_key || ' ' || state || ' ' || coalesce(cause, '') from delivery"
                                + " where state not in ('DONE', 'CANCELLED')",
                        "select what || ' ' || subject || ' ' || cause || ' ' || coalesce(detail, '') from dead_letter"
                                + " where state = 'OPEN'",
                        "select source || ' ' || inbox_key || ' is ' || state from inbox where state <> 'WORKED'",
                        "select job || ' of ' || creditor_id || ' is held' from schedule where holder is not null",
                        // The ground holds back what its stories read, so a comparison before them may have missed a
                        // settlement.
                        "select cause || ' ' || subject from difference where state = 'OPEN'"
                                + " and cause <> 'SETTLEMENT_MISSING'")
                .forEach(left -> count.wrong.addAll(
                        ground.driver().eyes().sql(left).query(String.class).list()));
        return count.verdict();
    }

    abstract void judge(Count count);

    /** What is found in books, as it is counted. */
    static final class Count {
        private int lost;
        private int doubled;
        private final List<String> wrong = new ArrayList<>();

        /** Something that must stand there exactly once. */
        void once(String what, long times) {
            if (times == 0) {
                lost++;
                wrong.add(what + " is lost");
            } else if (times > 1) {
                doubled++;
                wrong.add(what + " stands there " + times + " times");
            }
        }

        /** Everything that should stand there, and nothing else. */
        void all(List<String> expected, List<String> found) {
            List<String> missing = new ArrayList<>(expected);
            found.forEach(missing::remove);
            List<String> more = new ArrayList<>(found);
            expected.forEach(more::remove);
            lost += missing.size();
            doubled += more.size();
            missing.forEach(each -> wrong.add("lost: " + each));
            more.forEach(each -> wrong.add("too much: " + each));
        }

        void same(String what, Object expected, Object found) {
            if (!expected.equals(found)) {
                wrong.add(what + " is " + found + ", not " + expected);
            }
        }

        private Verdict verdict() {
            return new Verdict(lost, doubled, List.copyOf(wrong));
        }
    }
}
