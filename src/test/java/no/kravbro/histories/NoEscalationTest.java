package no.kravbro.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import no.kravbro.crash.DrivenTown;
import no.kravbro.routes.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing that is paid, credited or disputed goes to an agency, whenever it happens before it is sent. One history alone:
 * {@code mvn test -Dtest=NoEscalationTest -Dhistories.seed=<seed>}.
 */
@Proves("lists.guard")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoEscalationTest {

    /** What AutoCollect calls the creditor. */
    private static final String BERGVIK = "5b1f3c1e-8f0a-4c55-9a53-0d5a5f6e1002";

    private static final int USUAL = 3;
    private static final int LONG = 200;
    private static final int CUSTOMERS = 8;
    private static final int OVERDUE_DAYS = 16;

    private DrivenTown town;
    private int blows;

    @BeforeAll
    void start() {
        town = new DrivenTown("no-escalation");
        town.keep();
    }

    @AfterEach
    void calm() {
        town.beforeEach(() -> {});
        town.town().autoCollect().forbid(BERGVIK, false);
    }

    @AfterAll
    void stop() {
        town.close();
        assertThat(blows).as("claims to which something happened").isPositive();
    }

    static LongStream seeds() {
        Long one = Long.getLong("histories.seed");
        return one == null
                ? LongStream.rangeClosed(1, Boolean.getBoolean("test.long") ? LONG : USUAL)
                : LongStream.of(one);
    }

    static LongStream fewSeeds() {
        return seeds().limit(Boolean.getBoolean("test.long") ? LONG : 2);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatHasEndedBeforeItIsSentIsNotSent(long seed) {
        WorstMoment moment = live(seed, false);
        assertThat(moment.faults()).as("-Dhistories.seed=" + seed).isEmpty();
        blows += moment.blows();
    }

    /** The twin: to a product that does not look again, everything happens too late. */
    @Test
    void aProductThatDoesNotLookAgainIsFoundOut() {
        assertThat(live(1, true).faults()).anyMatch(fault -> fault.contains("although it was"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void whatHasEndedBeforeTheCutOffDoesNotGoToCollection(long seed) {
        town.rewind();
        CutOff cutOff = new CutOff(town, new Random(seed));
        WorstMoment moment = WorstMoment.beforeCutOff(town, seed);
        cutOff.comes(moment::strike);
        assertThat(moment.faults()).as("-Dhistories.seed=" + seed).isEmpty();
        assertThat(moment.blows()).isPositive();
        blows += moment.blows();
    }

    /** The twin: money that a product does not see before the cut-off does not stop it. */
    @Test
    void aProductThatBelievesOldBooksIsFoundOut() {
        town.rewind();
        CutOff cutOff = new CutOff(town, new Random(1));
        WorstMoment moment = WorstMoment.beforeCutOff(town, 1);
        cutOff.believesOldBooks();
        cutOff.comes(moment::strike);
        assertThat(moment.faults()).anyMatch(fault -> fault.contains("although it was PAID"));
    }

    @Test
    void silenceIsNoYesWhileTheBooksCannotBeRead() {
        town.rewind();
        CutOff cutOff = new CutOff(town, new Random(1));
        town.booksAreSilent();
        cutOff.comes(() -> {});
        assertThat(cutOff.listed()).isNotEmpty();
        assertThat(cutOff.collected()).isEmpty();
    }

    private WorstMoment live(long seed, boolean late) {
        town.rewind();
        Random random = new Random(seed);
        WorstMoment moment = new WorstMoment(town, random.nextLong(), late);
        issue(random);
        town.town().autoCollect().forbid(BERGVIK, random.nextBoolean());
        if (random.nextInt(3) == 0) {
            town.storm(random.nextLong(), 10);
        }
        town.beforeEach(moment::strike);
        town.day();
        town.fair();
        town.town().autoCollect().forbid(BERGVIK, false);
        moment.retryAll();
        town.rest();
        town.day();
        town.beforeEach(() -> {});
        town.rest();
        return moment;
    }

    /** At each firm some invoices that are overdue today. */
    private void issue(Random random) {
        LocalDate due = town.town().clock().today().minusDays(OVERDUE_DAYS);
        for (Firm firm : List.copyOf(Firm.of(town.town()))) {
            for (int each = 1 + random.nextInt(3); each > 0; each--) {
                long customer = firm.books().customerId(firm.firstCustomer() + random.nextInt(CUSTOMERS));
                firm.books().invoice(customer, due.minusDays(14), due, 50_000 + 100L * random.nextInt(9_000));
            }
        }
    }
}
