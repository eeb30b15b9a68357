package no.kravbro.histories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import no.kravbro.claim.Stage;
import no.kravbro.crash.DrivenTown;

/** Some claims on AutoCollect's collection list, and the last hour before they go to collection by silence. */
final class CutOff {

    private static final String CREDITOR = "bergvik";
    private static final int CLAIMS = 6;
    private static final int OVERDUE_DAYS = 20;

    private final DrivenTown town;
    private final List<String> listed;
    private final Instant at;

    /** They are listed, and it is a day before. */
    CutOff(DrivenTown town, Random random) {
        this.town = town;
        town.onlyDue(CREDITOR);
        Firm firm = Firm.of(town.town()).get(0);
        LocalDate due = town.town().clock().today().minusDays(OVERDUE_DAYS);
        for (int each = 0; each < CLAIMS; each++) {
            long customer = firm.books().customerId(firm.firstCustomer() + each);
            firm.books().invoice(customer, due.minusDays(14), due, 50_000 + 100L * random.nextInt(9_000));
        }
        Instant begin = town.town().clock().instant();
        town.due(CREDITOR, "SCAN");
        town.rest();
        listed = town.eyes()
                .sql(
                        "select claim_key from claim where creditor_id = :creditor and state = 'ACCEPTED' order by claim_key")
                .param("creditor", CREDITOR)
                .query(String.class)
                .list();
        listed.forEach(key -> town.town().autoCollect().moveTo(key, Stage.LIST_PENDING));
        town.due(CREDITOR, "CASES");
        town.rest();
        // A scan that happens to come in time would hide what is looked for.
        town.rests(CREDITOR, "SCAN");
        at = town.eyes()
                .sql("select min(cutoff_at) from list_item where state = 'OPEN' and cutoff_at > :begin")
                .param("begin", begin.atOffset(ZoneOffset.UTC))
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    List<String> listed() {
        return listed;
    }

    /** Up to the last time that the product reads the books before it; something happens right before each of its steps. */
    void comes(Runnable happens) {
        town.beforeEach(happens);
        List.of(60, 40, 20, 5).forEach(this::minutesBefore);
        town.beforeEach(() -> {});
        happens.run();
        minutesBefore(1);
        town.until(at);
        town.until(at.plus(Duration.ofHours(1)));
    }

    private void minutesBefore(int minutes) {
        town.until(at.minus(Duration.ofMinutes(minutes)));
    }

    /** What a product would do to whom silence is a yes whatever it has not read. */
    void believesOldBooks() {
        town.eyes()
                .sql("update list_item set read_at = cutoff_at where state = 'OPEN'")
                .update();
        town.rests(CREDITOR, "CHANGES");
    }

    /** Those that went to collection. */
    List<String> collected() {
        return listed.stream().filter(key -> isCollecting(town, key)).toList();
    }

    /** Whether the debtor is asked for the collection fee. */
    static boolean isCollecting(DrivenTown town, String key) {
        return town.town().autoCollect().stage(key).equals("DEBT_COLLECTION");
    }
}
