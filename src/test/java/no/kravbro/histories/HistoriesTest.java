package no.kravbro.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import no.kravbro.claim.ClaimKey;
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
 * Months of the whole town invented by seeds, a history of money at each of its four firms. One month alone: {@code mvn test
 * -Dtest=HistoriesTest -Dhistories.seed=<seed>}.
 */
@Proves({"bahs.receive-balances", "kk2.receive-balances", "autocollect.receive-cases", "ecpay.receive-cases"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoriesTest {

    private static final int USUAL = 50;
    private static final int LONG = 1_000;
    /** Of so many months one is lived with the product running on each of its days. */
    private static final int EVERY_DAY = 8;

    /** Months in which a fault was found that the first ones did not have. */
    private static final List<Long> FOUND = List.of(54L, 119L);

    private static final int SHORT = 9;
    private static final int FIRMS = 4;

    private DrivenTown town;

    @BeforeAll
    void start() {
        town = new DrivenTown("histories");
        town.town().banksOpen();
        live(2);
        town.keep();
    }

    private void live(int days) {
        for (int day = 0; day < days; day++) {
            town.day();
        }
    }

    @AfterEach
    void mend() {
        town.booksNothing(false);
    }

    @AfterAll
    void stop() {
        town.close();
    }

    static LongStream seeds() {
        Long one = Long.getLong("histories.seed");
        int histories = Integer.getInteger("histories", Boolean.getBoolean("test.long") ? LONG : USUAL);
        if (one != null) {
            return LongStream.of(one);
        }
        long months = (histories + History.AT_ONCE - 1) / History.AT_ONCE;
        return LongStream.concat(
                LongStream.rangeClosed(1, months),
                FOUND.stream().mapToLong(Long::longValue).filter(seed -> seed > months));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyMoneyIsCountedOnceOnBothSides(long seed) {
        town.rewind();
        assertThat(new History(town, seed, seed % EVERY_DAY == 0).live(History.DAYS))
                .as("-Dhistories.seed=" + seed)
                .isEmpty();
    }

    private long count(String sql) {
        return town.eyes().sql(sql).query(Long.class).single();
    }

    private List<String> differences() {
        return town.eyes()
                .sql("select creditor_id, cause, subject, amount_ore, detail from difference where state = 'OPEN'")
                .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " "
                        + row.getLong(4) + " " + row.getString(5))
                .list();
    }

    @Test
    void bothSidesAgreeEveryDayWhileTheTownLives() {
        town.rewind();
        live(7);

        assertThat(differences()).isEmpty();
        assertThat(count("select count(distinct creditor_id) from agreement where claims > 0"))
                .isEqualTo(FIRMS);
        assertThat(count("select sum(unexplained_ore) from agreement")).isZero();
        assertThat(count("select count(*) from dead_letter where state = 'OPEN'"))
                .isZero();
    }

    @Test
    void aSettlementThatDoesNotComeIsMissedOnce() {
        town.rewind();
        town.days(7);
        town.rests("fjellheim", "PAYMENTS");
        town.rests("fjellheim", "SETTLEMENTS");
        for (int pause = 0; pause < 6; pause++) {
            town.days(3);
        }

        assertThat(count("select count(*) from difference where cause = 'SETTLEMENT_MISSING' and state = 'OPEN'"))
                .isPositive();
        assertThat(
                        count(
                                "select count(*) from difference where cause = 'SETTLEMENT_MISSING' and creditor_id <> 'fjellheim'"))
                .isZero();
        town.due("fjellheim", "PAYMENTS");
        town.due("fjellheim", "SETTLEMENTS");
        live(3);
        assertThat(differences()).noneMatch(each -> each.startsWith("fjellheim"));
    }

    @Test
    void aProductThatForgetsToBookIsFoundOut() {
        town.rewind();
        town.booksNothing(true);

        assertThat(new History(town, 1, false).live(SHORT))
                .anyMatch(fault -> fault.contains("is open, and by all money that exists"));
    }

    @Test
    void moneyThatWasBookedTwiceIsFoundOut() {
        town.rewind();
        History history = new History(town, 1, false);
        assertThat(history.live(SHORT)).isEmpty();
        for (Firm firm : Firm.of(town.town())) {
            String key = history.claims(firm).get(0);
            firm.books()
                    .paid(
                            ClaimKey.parse(key).invoiceId(),
                            1960,
                            town.town().clock().today(),
                            12_345);
            assertThat(history.faults())
                    .anyMatch(fault -> fault.startsWith(key) && fault.contains("by all money that exists"));
        }
    }
}
