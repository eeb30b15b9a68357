package no.kravbro.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import no.kravbro.crash.DrivenTown;
import no.kravbro.routes.Proves;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Every night both sides of every claim are compared, at all four agencies, while people pay here and there. */
@Proves({"bahs.receive-balances", "kk2.receive-balances", "autocollect.receive-cases", "ecpay.receive-cases"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BalanceFlowTest {

    private static final int CREDITORS = 4;

    private DrivenTown town;

    @BeforeAll
    void start() {
        town = new DrivenTown("balances");
        town.town().banksOpen();
    }

    @AfterAll
    void stop() {
        town.close();
    }

    private void live(int days) {
        for (int day = 0; day < days; day++) {
            town.day();
        }
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
    @Order(1)
    void bothSidesAgreeWhileMoneyComesOnEither() {
        live(9);

        assertThat(differences()).isEmpty();
        assertThat(count("select count(distinct creditor_id) from agreement where claims > 0"))
                .isEqualTo(CREDITORS);
        assertThat(count("select sum(unexplained_ore) from agreement")).isZero();
        assertThat(count("select count(*) from dead_letter where state = 'OPEN'"))
                .isZero();
    }

    @Test
    @Order(2)
    void aSettlementThatDoesNotComeIsMissedOnce() {
        town.rests("fjellheim", "PAYMENTS");
        town.rests("fjellheim", "SETTLEMENTS");
        live(19);

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
}
