package no.kravbro.money;

import static no.kravbro.money.WorkedSettlements.SAMLEBILAG_48213;
import static no.kravbro.money.WorkedSettlements.SAMLEBILAG_48290;
import static no.kravbro.money.WorkedSettlements.lateWithdrawal;
import static no.kravbro.money.WorkedSettlements.line;
import static no.kravbro.money.WorkedSettlements.notice;
import static no.kravbro.money.WorkedSettlements.vector;
import static no.kravbro.money.WorkedSettlements.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemittanceCheckTest {

    @Test
    void samlebilag48213IsComplete() {
        RemittanceCheck check = RemittanceCheck.of(SAMLEBILAG_48213, List.of(vector(), notice()));
        assertThat(check).isEqualTo(new RemittanceCheck(RemittanceCheck.State.COMPLETE, List.of()));
    }

    @Test
    void samlebilag48290CarriesTheDebtOver() {
        // -375.00 + 0.00 - (-375.00) = 0.00 paid out
        RemittanceCheck check = RemittanceCheck.of(SAMLEBILAG_48290, List.of(lateWithdrawal()));
        assertThat(check.state()).isEqualTo(RemittanceCheck.State.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({
        // net of the only settlement, carried in, carried out, payout
        "100000, -37500, 0, 62500, COMPLETE",
        "10000, -37500, -27500, 0, COMPLETE",
        "100000, -37500, 0, 137500, WRONG",
        "10000, -37500, -27500, 1, WRONG",
        "100000, 0, 0, 99999, WRONG"
    })
    void whatTheCreditorOwesFromBeforeIsTakenFromThePayout(
            long net, long carriedIn, long carriedOut, long payout, RemittanceCheck.State state) {
        Remittance remittance = new Remittance("7", "text", null, 1, carriedIn, carriedOut, payout);
        Settlement settlement = with(vector(), null, List.of(line("PRINCIPAL", net, net, 0)), remittance);
        assertThat(RemittanceCheck.of(remittance, List.of(settlement)).state()).isEqualTo(state);
    }

    @Test
    void aWrongPayoutNamesBothSums() {
        Remittance wrong = new Remittance("7", "text", null, 1, 0, 0, 101);
        Settlement settlement = with(vector(), null, List.of(line("PRINCIPAL", 100, 100, 0)), wrong);
        assertThat(RemittanceCheck.of(wrong, List.of(settlement)).findings())
                .containsExactly(new Finding(Finding.Cause.SUM_MISMATCH, "net payout: stated 1.01, computed 1.00"));
    }

    @Test
    void waitsForTheMissingOnes() {
        assertThat(RemittanceCheck.of(SAMLEBILAG_48213, List.of(vector())))
                .isEqualTo(new RemittanceCheck(RemittanceCheck.State.WAITING, List.of()));
        assertThat(RemittanceCheck.of(SAMLEBILAG_48213, List.of()).state()).isEqualTo(RemittanceCheck.State.WAITING);
    }

    @Test
    void theSameSettlementTwiceIsOne() {
        assertThat(RemittanceCheck.of(SAMLEBILAG_48213, List.of(vector(), vector()))
                        .state())
                .isEqualTo(RemittanceCheck.State.WAITING);
    }

    @Test
    void oneTooManyIsWrong() {
        Settlement stray = with(lateWithdrawal(), null, List.of(line("LATE_INTEREST", 1, 1, 0)), SAMLEBILAG_48213);
        assertThat(RemittanceCheck.of(SAMLEBILAG_48213, List.of(vector(), notice(), stray)))
                .isEqualTo(new RemittanceCheck(
                        RemittanceCheck.State.WRONG,
                        List.of(new Finding(Finding.Cause.SETTLEMENT_COUNT, "stated 2, received 3"))));
    }

    @Test
    void settlementsThatStateOtherFactsAreWrongEvenBeforeAllAreHere() {
        RemittanceCheck check = RemittanceCheck.of(SAMLEBILAG_48213, List.of(lateWithdrawal()));
        assertThat(check)
                .isEqualTo(new RemittanceCheck(
                        RemittanceCheck.State.WRONG,
                        List.of(new Finding(
                                Finding.Cause.REMITTANCE_IMPLAUSIBLE,
                                "settlements state different facts of remittance 48213"))));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 1, a carried balance is in the creditor's favour",
        "0, 1, 0, 1, a carried balance is in the creditor's favour",
        "0, 0, -1, 1, net payout -0.01",
        "0, 0, 0, 0, pays out 0 settlements"
    })
    void whatCannotBeIsFound(long carriedIn, long carriedOut, long payout, int count, String detail) {
        Remittance remittance = new Remittance("7", "text", null, count, carriedIn, carriedOut, payout);
        assertThat(RemittanceCheck.facts(remittance))
                .containsExactly(new Finding(Finding.Cause.REMITTANCE_IMPLAUSIBLE, detail));
        assertThat(RemittanceCheck.of(remittance, List.of()).findings())
                .contains(new Finding(Finding.Cause.REMITTANCE_IMPLAUSIBLE, detail));
    }

    @Test
    void zeroCarriedAndZeroPaidOutAreFine() {
        assertThat(RemittanceCheck.facts(new Remittance("7", "text", null, 1, 0, 0, 0)))
                .isEmpty();
    }
}
