package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.bahs.BahsSandbox;
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

    private static final int CREDITORS = 5;

    private World world;

    @BeforeAll
    void start() {
        world = new World(
                        World.town(SandboxTown.Story.SHOWN, null).banksOpen(),
                        "balances",
                        "kravbro.creditors-file=src/test/resources/sandbox/creditors.yaml")
                .start();
        world.untilWithoutPauses("claims made", () -> world.count("select count(*) from claim") > 30);
        world.untilQuiet();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private void live(int days) {
        for (int day = 0; day < days; day++) {
            world.days(1);
            world.untilWithoutPauses("jobs of the day done", () -> waiting() == 0);
        }
        world.untilQuiet();
    }

    private long waiting() {
        return world.sql()
                .sql("select count(*) from schedule where holder is not null or due_at <= :now")
                .param("now", world.town().clock().instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private List<String> differences() {
        return world.sql()
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
        assertThat(world.count("select count(distinct creditor_id) from agreement where claims > 0"))
                .isEqualTo(CREDITORS);
        assertThat(world.count("select sum(unexplained_ore) from agreement")).isZero();
        assertThat(world.count("select count(*) from dead_letter where state = 'OPEN'"))
                .isZero();
    }

    @Test
    @Order(2)
    void aSettlementThatDoesNotComeIsMissedOnce() {
        world.town().faults().plan(BahsSandbox.NAME, without("HentInnbetalinger"));
        world.town().faults().plan(BahsSandbox.NAME, without("HentAvregninger"));
        live(14);

        assertThat(world.count("select count(*) from difference where cause = 'SETTLEMENT_MISSING' and state = 'OPEN'"))
                .isPositive();
        assertThat(
                        world.count(
                                "select count(*) from difference where cause = 'SETTLEMENT_MISSING' and creditor_id <> 'fjellheim'"))
                .isZero();
        world.town().faults().clear(BahsSandbox.NAME);
        live(3);
        assertThat(differences()).isEmpty();
    }

    private static Fault without(String call) {
        return Fault.next(FaultKind.ERROR_500_BEFORE, 0).on("POST", ".*/" + call);
    }
}
