package no.kravbro.reconcile.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);
    private static final String KEY = "310245674-2147524143";

    private static Balances balances(Long ledger, long agency) {
        return balances(ledger, AtAgency.FOLLOWED, agency, Map.of());
    }

    private static Balances balances(Long ledger, AtAgency standing, long agency, Map<DifferenceCause, Long> parts) {
        return new Balances(KEY, ledger, standing, agency, 1, true, parts);
    }

    private static Movement paidToUs(long amount, LocalDate until) {
        return new Movement(Side.LEDGER, amount, DifferenceCause.DIRECT_PAYMENT_NOT_TOLD, until, "posting-88001");
    }

    @Test
    void sidesThatSayTheSameAgree() {
        BalanceCheck same = BalanceCheck.of(balances(1_000_000L, 1_000_000L), List.of(), TODAY);

        assertThat(same.agrees()).isTrue();
        assertThat(same.differenceOre()).isZero();
        assertThat(same.suspected()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-03, IN_TRANSIT, true",
        "2026-02-02, DIRECT_PAYMENT_NOT_TOLD, false",
        ", DIRECT_PAYMENT_NOT_TOLD, false"
    })
    void aPaymentThatIsTooLateIsNoLongerOnItsWay(LocalDate until, DifferenceCause cause, boolean agrees) {
        BalanceCheck found = BalanceCheck.of(balances(750_000L, 1_000_000L), List.of(paidToUs(250_000, until)), TODAY);

        assertThat(found.explained()).containsExactly(new Explained(cause, 250_000, until, "posting-88001"));
        assertThat(found.unexplainedOre()).isZero();
        assertThat(found.agrees()).isEqualTo(agrees);
        assertThat(found.late()).hasSize(agrees ? 0 : 1);
    }

    /** One by one each would bring them further apart. */
    @Test
    void whatExplainsTogetherIsTakenTogether() {
        Movement credit = new Movement(Side.LEDGER, 371_119, DifferenceCause.CREDIT_NOT_TOLD, null, "posting-2");
        Movement back = new Movement(Side.LEDGER, -539_275, DifferenceCause.REVERSAL_NOT_TOLD, null, "posting-3");
        Movement other = paidToUs(77, null);

        assertThat(Movement.closest(-168_156, List.of(other, credit, back))).containsExactly(credit, back);
        assertThat(Movement.closest(0, List.of(other, credit, back))).isEmpty();
        assertThat(Movement.closest(100, List.of(credit))).isEmpty();
        assertThat(Movement.closest(100, List.of(other, paidToUs(77, null)))).hasSize(1);
    }

    /** The last two of many: thirteen and more are not left out. */
    @Test
    void noneOfManyIsLeftOut() {
        List<Movement> many = IntStream.rangeClosed(1, 18)
                .mapToObj(number -> paidToUs(1L << number, null))
                .toList();

        assertThat(Movement.closest(3L << 17, many)).containsExactly(many.get(16), many.get(17));
        assertThat(Movement.closest((1L << 18) + 2, many)).containsExactly(many.get(0), many.get(17));
        assertThat(Movement.closest(-1, many)).isEmpty();
    }

    @Test
    void whatTheAgencyHasBeenPaidLowersItsSideUntilItIsBooked() {
        Movement receipt = new Movement(
                Side.AGENCY, 1_000_000, DifferenceCause.SETTLEMENT_MISSING, TODAY.plusDays(4), "case K-80088");

        BalanceCheck found =
                BalanceCheck.of(balances(1_000_000L, AtAgency.SETTLED, 0, Map.of()), List.of(receipt), TODAY);

        assertThat(found.differenceOre()).isEqualTo(-1_000_000);
        assertThat(found.agrees()).isTrue();
        assertThat(BalanceCheck.of(
                                balances(1_000_000L, AtAgency.SETTLED, 0, Map.of()),
                                List.of(receipt),
                                TODAY.plusDays(5))
                        .late())
                .extracting(Explained::cause)
                .containsExactly(DifferenceCause.SETTLEMENT_MISSING);
    }

    @Test
    void twoMovementsThatCancelEachOtherOutAreBothShown() {
        BalanceCheck found = BalanceCheck.of(
                balances(900_000L, 900_000L),
                List.of(
                        paidToUs(100_000, null),
                        new Movement(Side.AGENCY, 100_000, DifferenceCause.NOT_BOOKED, TODAY, "settlement 48213/7")),
                TODAY);

        assertThat(found.differenceOre()).isZero();
        assertThat(found.unexplainedOre()).isZero();
        assertThat(found.explained())
                .extracting(Explained::cause)
                .containsExactly(DifferenceCause.IN_TRANSIT, DifferenceCause.DIRECT_PAYMENT_NOT_TOLD);
        assertThat(found.agrees()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "7500, FEE",
        "-7500, FEE",
        "14911, INTEREST",
        "15000, VAT",
        "99, ROUNDING",
        "-99, ROUNDING",
        "100, PRINCIPAL",
        "-7501, PRINCIPAL"
    })
    void anAmountAloneNamesACauseAndExplainsNothing(long off, DifferenceCause suspected) {
        Map<DifferenceCause, Long> parts =
                Map.of(DifferenceCause.FEE, 7_500L, DifferenceCause.INTEREST, 14_911L, DifferenceCause.VAT, 15_000L);

        BalanceCheck found =
                BalanceCheck.of(balances(1_000_000L, AtAgency.FOLLOWED, 1_000_000 + off, parts), List.of(), TODAY);

        assertThat(found.suspected()).isEqualTo(suspected);
        assertThat(found.unexplainedOre()).isEqualTo(off);
        assertThat(found.agrees()).isFalse();
    }

    @Test
    void ofTwoPartsOfOneAmountAlwaysTheSameIsNamed() {
        Map<DifferenceCause, Long> parts = Map.of(DifferenceCause.VAT, 7_500L, DifferenceCause.FEE, 7_500L);

        assertThat(BalanceCheck.of(balances(1L, AtAgency.FOLLOWED, 7_501, parts), List.of(), TODAY)
                        .suspected())
                .isEqualTo(DifferenceCause.FEE);
    }

    @Test
    void aClaimThatOneSideDoesNotHaveIsMissingThere() {
        BalanceCheck there = BalanceCheck.of(balances(1_000_000L, AtAgency.MISSING, 0, Map.of()), List.of(), TODAY);
        BalanceCheck here = BalanceCheck.of(balances(null, 1_000_000), List.of(), TODAY);
        BalanceCheck ended = BalanceCheck.of(balances(null, AtAgency.SETTLED, 0, Map.of()), List.of(), TODAY);

        assertThat(there.suspected()).isEqualTo(DifferenceCause.MISSING_AT_AGENCY);
        assertThat(there.unexplainedOre()).isEqualTo(-1_000_000);
        assertThat(here.suspected()).isEqualTo(DifferenceCause.MISSING_IN_TRIPLETEX);
        assertThat(here.unexplainedOre()).isEqualTo(1_000_000);
        assertThat(ended.agrees()).isTrue();
    }

    @Test
    void aWrongCreditorOrASecondCaseStandsOutWhateverTheAmounts() {
        assertThat(BalanceCheck.of(
                                new Balances(KEY, 100L, AtAgency.FOLLOWED, 100, 1, false, Map.of()), List.of(), TODAY)
                        .suspected())
                .isEqualTo(DifferenceCause.WRONG_CREDITOR);
        assertThat(BalanceCheck.of(new Balances(KEY, 100L, AtAgency.FOLLOWED, 100, 2, true, Map.of()), List.of(), TODAY)
                        .suspected())
                .isEqualTo(DifferenceCause.DUPLICATE_CASE);
    }

    @Test
    void aCaseEndedAsPaidWithSomethingOpenDiffersInStatus() {
        assertThat(BalanceCheck.of(balances(500L, AtAgency.SETTLED, 0, Map.of()), List.of(), TODAY)
                        .suspected())
                .isEqualTo(DifferenceCause.STATUS_DIFFERS);
        assertThat(BalanceCheck.of(balances(0L, AtAgency.SETTLED, 0, Map.of()), List.of(), TODAY)
                        .agrees())
                .isTrue();
    }

    @Test
    void anAgencyMayGoOnForItsFeesWhenThePrincipalIsPaid() {
        assertThat(BalanceCheck.of(balances(0L, 0), List.of(), TODAY).agrees()).isTrue();
        assertThat(BalanceCheck.of(balances(0L, 250_000), List.of(paidToUs(250_000, TODAY)), TODAY)
                        .agrees())
                .isTrue();
    }

    @Test
    void whatIsHandedBackUnpaidIsTheCreditorsOwnMatter() {
        BalanceCheck found =
                BalanceCheck.of(balances(1_000_000L, AtAgency.HANDED_BACK, 1_000_000, Map.of()), List.of(), TODAY);

        assertThat(found.differenceOre()).isZero();
        assertThat(found.agrees()).isTrue();
    }

    @Test
    void ofWhatIsHandedBackOnlyMoneyThatTheBooksLackIsTold() {
        Balances back = balances(0L, AtAgency.HANDED_BACK, 1_000_000, Map.of());
        Movement lacking =
                new Movement(Side.AGENCY, 400_000, DifferenceCause.NOT_BOOKED, TODAY.minusDays(1), "INK-bahs-p-1");

        assertThat(BalanceCheck.of(back, List.of(paidToUs(1_000_000, null)), TODAY)
                        .agrees())
                .as("the books were closed, too")
                .isTrue();
        BalanceCheck found = BalanceCheck.of(back, List.of(lacking), TODAY);
        assertThat(found.unexplainedOre()).isZero();
        assertThat(found.differenceOre()).isEqualTo(-400_000);
        assertThat(found.late()).extracting(Explained::cause).containsExactly(DifferenceCause.NOT_BOOKED);
    }

    @Test
    void aMovementOfNothingIsNone() {
        assertThatThrownBy(() -> paidToUs(0, TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("posting-88001");
    }
}
