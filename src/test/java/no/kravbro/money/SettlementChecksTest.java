package no.kravbro.money;

import static no.kravbro.money.WorkedSettlements.lateWithdrawal;
import static no.kravbro.money.WorkedSettlements.line;
import static no.kravbro.money.WorkedSettlements.notice;
import static no.kravbro.money.WorkedSettlements.of;
import static no.kravbro.money.WorkedSettlements.reversalOf;
import static no.kravbro.money.WorkedSettlements.vat;
import static no.kravbro.money.WorkedSettlements.vector;
import static no.kravbro.money.WorkedSettlements.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettlementChecksTest {

    static Stream<Settlement> worked() {
        return Stream.of(vector(), notice(), lateWithdrawal())
                .flatMap(settlement -> Stream.of(settlement, reversalOf(settlement)));
    }

    @ParameterizedTest
    @MethodSource("worked")
    void theWorkedExamplesAndTheirReversalsPass(Settlement settlement) {
        assertThat(SettlementChecks.of(settlement)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1074912, 75000, 999911, 'gross: stated 10749.12, computed 10749.11'",
        "1074911, 75001, 999911, 'to agency: stated 750.01, computed 750.00'",
        "1074911, 75000, 999910, 'net to creditor: stated 9999.10, computed 9999.11'"
    })
    void aSumThatIsOffByOneOreIsFound(long gross, long agency, long net, String detail) {
        assertThat(SettlementChecks.of(stating("NOK", gross, agency, net)))
                .containsExactly(new Finding(Finding.Cause.SUM_MISMATCH, detail));
    }

    /** Where the wire states no totals, the lines make them. */
    @Test
    void summedUpItHoldsTogether() {
        Settlement told = WorkedSettlements.vector();
        Settlement bare = new Settlement(
                told.id(),
                told.claimKey(),
                told.caseNumber(),
                told.invoiceNumber(),
                told.settlementDate(),
                told.paymentDate(),
                told.currency(),
                0,
                0,
                0,
                told.reverses(),
                told.lines(),
                told.remittance(),
                told.payout());
        assertThat(bare.summed()).isEqualTo(told);
    }

    @Test
    void aLineWhosePartsDoNotMakeThePaidIsFound() {
        assertThat(SettlementChecks.of(of(line("LATE_INTEREST", 100, 60, 41))))
                .containsExactly(
                        new Finding(Finding.Cause.SUM_MISMATCH, "LATE_INTEREST paid: stated 1.00, computed 1.01"));
    }

    @Test
    void aSettlementWithoutLinesIsFound() {
        assertThat(SettlementChecks.of(of())).containsExactly(new Finding(Finding.Cause.SUM_MISMATCH, "no lines"));
    }

    @Test
    void foreignMoneyIsFound() {
        assertThat(SettlementChecks.of(stating("EUR", 1_074_911, 75_000, 999_911)))
                .containsExactly(new Finding(Finding.Cause.FOREIGN_CURRENCY, "currency EUR"));
        assertThat(causes(stating(null, 1_074_911, 75_000, 999_911))).containsExactly(Finding.Cause.FOREIGN_CURRENCY);
    }

    @Test
    void aKindNobodyKnowsIsFound() {
        assertThat(SettlementChecks.of(of(line("PRINCIPAL", 100, 100, 0), line("GIFT", 5, 5, 0))))
                .containsExactly(new Finding(Finding.Cause.UNKNOWN_LINE_KIND, "GIFT"));
        assertThat(causes(of(line(null, 5, 5, 0)))).containsExactly(Finding.Cause.UNKNOWN_LINE_KIND);
    }

    @ParameterizedTest
    @EnumSource(value = LineKind.class, mode = EnumSource.Mode.EXCLUDE, names = "VAT")
    void everyOtherKindIsKnown(LineKind kind) {
        assertThat(SettlementChecks.of(of(line(kind.name(), 5, 5, 0)))).isEmpty();
    }

    @Test
    void principalIsPaidOutInFull() {
        assertThat(SettlementChecks.of(of(line("PRINCIPAL", 100, 99, 1))))
                .containsExactly(new Finding(Finding.Cause.PRINCIPAL_WITHHELD, "PRINCIPAL: to agency 0.01"));
        assertThat(causes(of(line("PRINCIPAL", 0, 1, -1)))).containsExactly(Finding.Cause.PRINCIPAL_WITHHELD);
    }

    @Test
    void nothingIsTakenBackButByAReversal() {
        SettlementLine taken = line("PRINCIPAL", -100, -100, 0);
        assertThat(SettlementChecks.of(of(taken)))
                .containsExactly(new Finding(Finding.Cause.WRONG_SIGN, "PRINCIPAL: paid -1.00"));
        assertThat(SettlementChecks.of(with(vector(), "s-1", List.of(taken), null)))
                .isEmpty();
    }

    @Test
    void aReversalPaysNothing() {
        assertThat(causes(with(vector(), "s-1", List.of(line("LATE_INTEREST", 1, 1, 0)), null)))
                .containsExactly(Finding.Cause.WRONG_SIGN);
    }

    @Test
    void vatPaidByTheDebtorNeedsNoBase() {
        assertThat(SettlementChecks.of(of(line("VAT", 15_000, 0, 15_000)))).isEmpty();
    }

    @Test
    void vatBorneByTheCreditorNeedsBaseAndRate() {
        assertThat(SettlementChecks.of(of(line("VAT", 0, -15_000, 15_000))))
                .containsExactly(new Finding(Finding.Cause.VAT_IMPLAUSIBLE, "VAT: base and rate are missing"));
    }

    @Test
    void vatIsRateTimesBase() {
        assertThat(SettlementChecks.of(of(vat(-15_001, 15_001, 60_000))))
                .containsExactly(new Finding(Finding.Cause.VAT_IMPLAUSIBLE, "VAT: 150.01 is not 25 % of 600.00"));
        assertThat(causes(of(vat(-14_999, 14_999, 60_000)))).containsExactly(Finding.Cause.VAT_IMPLAUSIBLE);
        assertThat(causes(of(vat(0, 14_999, 60_000)))).containsExactly(Finding.Cause.VAT_IMPLAUSIBLE);
    }

    @ParameterizedTest
    @CsvSource({"937, true", "938, true", "936, false", "939, false"})
    void vatIsRoundedToAWholeOreEitherWay(long vat, boolean passes) {
        // 25 % of 37.50 is 9.375
        assertThat(SettlementChecks.of(of(vat(-vat, vat, 3_750))).isEmpty()).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-25, -100, 25", "101, 100, 101"})
    void aRateIsAPercentage(int rate, long base, long vat) {
        SettlementLine line = new SettlementLine("VAT", 0, -vat, vat, base, rate, null);
        List<Finding.Cause> expected = rate == 0 ? List.of() : List.of(Finding.Cause.VAT_IMPLAUSIBLE);
        assertThat(causes(of(line))).isEqualTo(expected);
    }

    @Test
    void aBaseWithoutRateOrARateWithoutBaseIsFound() {
        assertThat(causes(of(new SettlementLine("VAT", 10, 0, 10, 40, 0, null))))
                .containsExactly(Finding.Cause.VAT_IMPLAUSIBLE);
        assertThat(causes(of(new SettlementLine("VAT", 0, 0, 0, 40, 0, null))))
                .containsExactly(Finding.Cause.VAT_IMPLAUSIBLE);
        assertThat(causes(of(new SettlementLine("VAT", 10, 0, 10, 0, 25, null))))
                .containsExactly(Finding.Cause.VAT_IMPLAUSIBLE);
        assertThat(SettlementChecks.of(of(new SettlementLine("VAT", 1, 0, 1, 1, 100, null))))
                .isEmpty();
        assertThat(SettlementChecks.of(of(new SettlementLine("VAT", 1, 0, 1, 100, 1, null))))
                .isEmpty();
    }

    @Test
    void vatNeverGoesToTheCreditor() {
        assertThat(SettlementChecks.of(of(vat(15_000, -15_000, -60_000))))
                .containsExactly(
                        new Finding(Finding.Cause.VAT_IMPLAUSIBLE, "VAT: the agency pays VAT to the creditor"));
        assertThat(SettlementChecks.of(of(line("VAT", 100, 100, 0))))
                .contains(new Finding(Finding.Cause.VAT_IMPLAUSIBLE, "VAT: the agency pays VAT to the creditor"));
        assertThat(causes(of(new SettlementLine("VAT", -100, 0, -100, 0, 0, null))))
                .containsExactly(Finding.Cause.WRONG_SIGN, Finding.Cause.VAT_IMPLAUSIBLE);
    }

    @Test
    void vatIsPaidByTheDebtorOrTheCreditorNotByBoth() {
        assertThat(SettlementChecks.of(of(vat(-5_000, 15_000, 60_000))))
                .containsExactly(new Finding(
                        Finding.Cause.VAT_IMPLAUSIBLE,
                        "VAT: paid by the debtor and deducted from the creditor at once"));
    }

    @Test
    void theRulesOfVatHoldForVatOnly() {
        assertThat(SettlementChecks.of(of(new SettlementLine("LATE_INTEREST", 10, 10, 0, 7, 3, null))))
                .isEmpty();
    }

    @Test
    void aReversedVatIsJudgedWithItsSignsTurned() {
        Settlement wrong = with(vector(), "s-1", List.of(vat(-15_000, 15_000, 60_000)), null);
        assertThat(causes(wrong)).containsExactly(Finding.Cause.VAT_IMPLAUSIBLE);
    }

    @Test
    void theFactsOfTheRemittanceAreChecked() {
        Remittance wrong = new Remittance("1", "text", null, 1, 1, 0, 0);
        assertThat(causes(with(vector(), null, List.of(line("PRINCIPAL", 1, 1, 0)), wrong)))
                .containsExactly(Finding.Cause.REMITTANCE_IMPLAUSIBLE);
    }

    @Test
    void allThatIsWrongIsFoundAtOnce() {
        Settlement model = with(vector(), null, List.of(line("GIFT", 3, 1, 1), line("PRINCIPAL", -2, -1, -1)), null);
        assertThat(causes(model))
                .containsExactlyInAnyOrder(
                        Finding.Cause.UNKNOWN_LINE_KIND,
                        Finding.Cause.SUM_MISMATCH,
                        Finding.Cause.WRONG_SIGN,
                        Finding.Cause.PRINCIPAL_WITHHELD);
    }

    private static List<Finding.Cause> causes(Settlement settlement) {
        return SettlementChecks.of(settlement).stream().map(Finding::cause).toList();
    }

    private static Settlement stating(String currency, long gross, long agency, long net) {
        Settlement v = vector();
        return new Settlement(
                v.id(),
                v.claimKey(),
                v.caseNumber(),
                v.invoiceNumber(),
                v.settlementDate(),
                v.paymentDate(),
                currency,
                gross,
                agency,
                net,
                null,
                v.lines(),
                v.remittance(),
                null);
    }
}
