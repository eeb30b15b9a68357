package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemittanceNoteTest {

    private static RemittanceNote note(Settlement... settlements) {
        return new RemittanceNote(
                "Nordlys Elektro AS",
                "310245674",
                "Visma Amili AutoCollect",
                WorkedSettlements.SAMLEBILAG_48213,
                null,
                List.of(settlements));
    }

    @Test
    void theSettlementsOfAPayoutAreSummedToTheOre() {
        Settlement one = WorkedSettlements.vector();
        Settlement other = WorkedSettlements.notice();
        assertThat(note(one, other).sum(Settlement::netToCreditorOre))
                .isEqualTo(one.netToCreditorOre() + other.netToCreditorOre())
                .isPositive();
        assertThat(note().sum(Settlement::netToCreditorOre)).isZero();
    }

    @Test
    void aSumThatNoNumberHoldsIsAFailureAndNeverASmallerSum() {
        RemittanceNote two = note(WorkedSettlements.vector(), WorkedSettlements.notice());
        assertThatThrownBy(() -> two.sum(any -> Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
