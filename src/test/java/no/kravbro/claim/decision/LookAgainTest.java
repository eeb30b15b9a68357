package no.kravbro.claim.decision;

import static no.kravbro.claim.AnInvoice.DUE;
import static no.kravbro.claim.AnInvoice.ordinary;
import static no.kravbro.claim.decision.Contexts.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.kravbro.claim.Invoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAgainTest {

    private static final Invoice SUBMITTED = ordinary().build();

    @Test
    void nothingHasChanged() {
        assertThat(LookAgain.at(SUBMITTED, ordinary().build(), PLAIN)).isEqualTo(new LookAgain.StillRight());
    }

    @Test
    void thatItsOwnClaimIsUnderWayIsNotHeldAgainstIt() {
        assertThat(LookAgain.at(SUBMITTED, SUBMITTED, PLAIN.transferred(true))).isEqualTo(new LookAgain.StillRight());
    }

    @ParameterizedTest
    @ValueSource(longs = {999_999, 1_000_001})
    void anotherAmountIsOpen(long open) {
        assertThat(LookAgain.at(SUBMITTED, ordinary().open(open).build(), PLAIN))
                .isEqualTo(new LookAgain.Changed(open));
    }

    @Test
    void theDueDayHasMoved() {
        Invoice moved = ordinary().due(DUE.plusDays(3)).build();
        assertThat(LookAgain.at(SUBMITTED, moved, PLAIN)).isEqualTo(new LookAgain.Changed(1_000_000));
    }

    @Test
    void whatIsPaidSinceIsStopped() {
        assertThat(LookAgain.at(SUBMITTED, ordinary().open(0).build(), PLAIN))
                .isEqualTo(new LookAgain.Stop(List.of(Reason.of(ReasonCode.PAID))));
    }

    @Test
    void aNewDueDayInTheFutureStopsIt() {
        Invoice moved = ordinary().due(Contexts.TODAY).build();
        assertThat(LookAgain.at(SUBMITTED, moved, PLAIN))
                .isEqualTo(
                        new LookAgain.Stop(List.of(Reason.until(ReasonCode.NOT_OVERDUE, Contexts.TODAY.plusDays(1)))));
    }

    @Test
    void everyReasonStopsIt() {
        Invoice credited = ordinary().open(0).credited().build();
        assertThat(LookAgain.at(SUBMITTED, credited, PLAIN))
                .isEqualTo(new LookAgain.Stop(List.of(Reason.of(ReasonCode.CREDITED), Reason.of(ReasonCode.PAID))));
    }

    @Test
    void anotherInvoiceIsNoAnswer() {
        Invoice other = ordinary().build(7);
        assertThatThrownBy(() -> LookAgain.at(SUBMITTED, other, PLAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invoice 7 is not invoice 2147524143");
    }
}
