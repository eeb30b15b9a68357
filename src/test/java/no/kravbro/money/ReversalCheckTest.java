package no.kravbro.money;

import static no.kravbro.money.WorkedSettlements.line;
import static no.kravbro.money.WorkedSettlements.reversalOf;
import static no.kravbro.money.WorkedSettlements.vector;
import static no.kravbro.money.WorkedSettlements.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReversalCheckTest {

    @Test
    void theOppositeOfEveryLineTakesItBack() {
        for (Settlement settlement :
                List.of(vector(), WorkedSettlements.notice(), WorkedSettlements.lateWithdrawal())) {
            assertThat(ReversalCheck.of(reversalOf(settlement), settlement)).isEmpty();
        }
    }

    @Test
    void aPartOfItIsNoReversal() {
        Settlement part = with(vector(), vector().id(), List.of(line("PRINCIPAL", -1_000_000, -1_000_000, 0)), null);
        assertThat(ReversalCheck.of(part, vector()))
                .extracting(Finding::detail)
                .contains("LATE_INTEREST paid: takes back 0.00 of 149.11", "VAT to agency: takes back 0.00 of 150.00");
    }

    @Test
    void oneOreOffIsFound() {
        Settlement off = with(vector(), vector().id(), List.of(line("PRINCIPAL", -999_999, -999_999, 0)), null);
        assertThat(ReversalCheck.of(
                        off, with(vector(), null, List.of(line("PRINCIPAL", 1_000_000, 1_000_000, 0)), null)))
                .containsExactly(
                        new Finding(Finding.Cause.REVERSAL_MISMATCH, "PRINCIPAL paid: takes back 9999.99 of 10000.00"),
                        new Finding(
                                Finding.Cause.REVERSAL_MISMATCH,
                                "PRINCIPAL to creditor: takes back 9999.99 of 10000.00"));
    }

    @Test
    void theMoneyOfAnotherClaimIsNotTakenBack() {
        assertThat(ReversalCheck.of(reversalOf(WorkedSettlements.notice()), vector()))
                .extracting(Finding::detail)
                .contains(vector().id() + " is about another claim: " + vector().claimKey());
    }
}
