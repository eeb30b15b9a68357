package no.kravbro.claim.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.Invoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boundary days of each agency. */
class EarliestTransferTest {

    private static final int ANY_DAY_AFTER_DUE = 1;
    private static final int FROM_DAY_15 = 15;

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true", "13, true", "14, true", "15, true"})
    void autoCollectAndBahsTakeAnyDayAfterDue(int daysAfterDue, boolean transfer) {
        assertThat(decide(AnInvoice.DUE, AnInvoice.DUE.plusDays(daysAfterDue), ANY_DAY_AFTER_DUE)
                        .transfers())
                .isEqualTo(transfer);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "13, false", "14, false", "15, true", "16, true"})
    void kk2AndEcPayTakeFromDay15(int daysAfterDue, boolean transfer) {
        // KK2 "when day 14 has ended", ECPay "more than 14 days": the same day.
        assertThat(decide(AnInvoice.DUE, AnInvoice.DUE.plusDays(daysAfterDue), FROM_DAY_15)
                        .transfers())
                .isEqualTo(transfer);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, true"})
    void anAgencyThatAsksForNoDaysStillWaitsForTheDueDayToEnd(int daysAfterDue, boolean transfer) {
        assertThat(decide(AnInvoice.DUE, AnInvoice.DUE.plusDays(daysAfterDue), 0)
                        .transfers())
                .isEqualTo(transfer);
    }

    @ParameterizedTest
    @CsvSource({
        // leap year: 14 February + 15 = 29 February
        "2028-02-14, 2028-02-28, 2028-02-29",
        // common year: the same due day + 15 = 1 March
        "2026-02-14, 2026-02-28, 2026-03-01",
        // due on 29 February
        "2028-02-29, 2028-03-14, 2028-03-15",
        // over the night that loses an hour, and the one that gains one
        "2026-03-28, 2026-04-11, 2026-04-12",
        "2026-03-14, 2026-03-28, 2026-03-29",
        "2026-10-24, 2026-11-07, 2026-11-08",
        "2026-10-10, 2026-10-24, 2026-10-25"
    })
    void theFifteenthDayIsACalendarDay(LocalDate due, LocalDate lastHeld, LocalDate firstAllowed) {
        assertThat(decide(due, lastHeld, FROM_DAY_15).kind()).isEqualTo(Decision.Kind.HOLD);
        assertThat(decide(due, firstAllowed, FROM_DAY_15).kind()).isEqualTo(Decision.Kind.TRANSFER);
    }

    @Test
    void aHeldInvoiceSaysWhenItGoes() {
        Decision decision = decide(AnInvoice.DUE, AnInvoice.DUE.plusDays(14), FROM_DAY_15);
        assertThat(decision.reasons()).containsExactly(Reason.until(ReasonCode.TOO_EARLY, LocalDate.of(2026, 1, 15)));
        assertThat(decision.allowedFrom()).isEqualTo(LocalDate.of(2026, 1, 15));
    }

    @Test
    void beforeDueBothTheLawAndTheAgencyHaveAReason() {
        Decision decision = decide(AnInvoice.DUE, AnInvoice.DUE, FROM_DAY_15);
        assertThat(decision.reasons())
                .isEqualTo(List.of(
                        Reason.until(ReasonCode.NOT_OVERDUE, LocalDate.of(2026, 1, 1)),
                        Reason.until(ReasonCode.TOO_EARLY, LocalDate.of(2026, 1, 15))));
        assertThat(decision.allowedFrom()).isEqualTo(LocalDate.of(2026, 1, 15));
    }

    @Test
    void anAgencyThatTakesAnyOverdueClaimHasNoReasonOfItsOwn() {
        assertThat(decide(AnInvoice.DUE, AnInvoice.DUE, ANY_DAY_AFTER_DUE).reasons())
                .containsExactly(Reason.until(ReasonCode.NOT_OVERDUE, LocalDate.of(2026, 1, 1)));
        assertThat(decide(AnInvoice.DUE, AnInvoice.DUE.plusDays(1), 2).reasons())
                .containsExactly(Reason.until(ReasonCode.TOO_EARLY, LocalDate.of(2026, 1, 2)));
    }

    private static Decision decide(LocalDate due, LocalDate today, int earliestTransfer) {
        Invoice invoice = AnInvoice.ordinary().due(due).build();
        return Decisions.decide(invoice, Contexts.on(today, earliestTransfer));
    }
}
