package no.kravbro.claim.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import no.kravbro.claim.InvoicePosting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever has happened, its amount is told greater than zero, and it names the posting it is about. */
class ChangeTest {

    private static final InvoicePosting LOWERS =
            new InvoicePosting(71, LocalDate.of(2026, 1, 20), 1500, -250_000, null);
    private static final KnownPosting TOLD = KnownPosting.of(LOWERS, Fate.PAYMENT, 250_000);

    static Change[] changes() {
        return new Change[] {
            new Change.DirectPayment(LOWERS, 1),
            new Change.CreditNote(LOWERS, 250_000, false, false, null),
            new Change.TakenBack(TOLD, null),
            new Change.WriteOff(LOWERS),
            new Change.AgencyMoney(LOWERS),
            new Change.Unmatched(TOLD),
            new Change.PutRight(TOLD),
            new Change.Unclear(71, 250_000, Change.Why.RAISED)
        };
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isAboutAPostingAndAnAmount(Change change) {
        assertThat(change.postingId()).isEqualTo(71);
        assertThat(change.amountOre()).isEqualTo(250_000);
        assertThat(change.what()).isEqualTo(change.getClass().getSimpleName());
    }

    @Test
    void moneyEventsAreCalledByTheirPosting() {
        assertThat(new Change.CreditNote(LOWERS, 1, false, false, null).event()).isEqualTo("posting-71");
        assertThat(new Change.DirectPayment(LOWERS, 2).event()).isEqualTo("posting-71-2");
        assertThat(new Change.TakenBack(TOLD, null).event()).isEqualTo("posting-71-back");
    }

    @Test
    void whatNobodyWasToldAfterAllIsNotTold() {
        assertThat(TOLD.isTold()).isTrue();
        assertThat(TOLD.untold().isTold()).isFalse();
        assertThat(TOLD.untold().event()).isEqualTo(TOLD.event());
    }
}
