package no.kravbro.claim.decision;

import static no.kravbro.claim.AnInvoice.DUE;
import static no.kravbro.claim.AnInvoice.ordinary;
import static no.kravbro.claim.decision.Contexts.PLAIN;
import static no.kravbro.claim.decision.Contexts.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {

    private static final String DEBTOR_NUMBER = "20011";

    @Test
    void anOrdinaryOverdueInvoiceGoes() {
        Decision decision = Decisions.decide(ordinary().build(), PLAIN);
        assertThat(decision).isEqualTo(new Decision(Decision.Kind.TRANSFER, List.of()));
        assertThat(decision.transfers()).isTrue();
        assertThat(decision.allowedFrom()).isNull();
    }

    @Test
    void paid() {
        assertThat(reasons(ordinary().open(0), PLAIN)).containsExactly(Reason.of(ReasonCode.PAID));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "-1, false"})
    void oneOreMoreOrLess(long open, boolean transfer) {
        assertThat(Decisions.decide(ordinary().open(open).build(), PLAIN).transfers())
                .isEqualTo(transfer);
    }

    @Test
    void overpaid() {
        assertThat(reasons(ordinary().open(-12_532_862), PLAIN))
                .containsExactly(Reason.of(ReasonCode.OVERPAID, "openOre", "-12532862"));
    }

    @Test
    void credited() {
        assertThat(reasons(ordinary().credited(), PLAIN)).containsExactly(Reason.of(ReasonCode.CREDITED));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1000000"})
    void aCreditNoteIsToldAsSuchAndNotAsPaidOrOverpaid(long open) {
        InvoicePosting credit = new InvoicePosting(72, DUE, 1500, -1_000_000, null);
        assertThat(reasons(ordinary().creditNote().open(open).postings(credit), PLAIN))
                .containsExactly(Reason.of(ReasonCode.CREDIT_NOTE));
    }

    @ParameterizedTest
    @CsvSource({"9999, true", "10000, false", "10001, false"})
    void belowMinimum(long open, boolean held) {
        List<Reason> expected = held
                ? List.of(Reason.of(ReasonCode.BELOW_MINIMUM, "openOre", "" + open)
                        .with("minimumOre", "10000"))
                : List.of();
        assertThat(reasons(ordinary().open(open), Contexts.amounts(10_000, 0))).isEqualTo(expected);
    }

    @Test
    void whatIsPaidIsNotCalledTooSmall() {
        assertThat(codes(ordinary().open(0), Contexts.amounts(10_000, 0))).containsExactly(ReasonCode.PAID);
        assertThat(codes(ordinary().open(-5), Contexts.amounts(10_000, 0))).containsExactly(ReasonCode.OVERPAID);
    }

    @ParameterizedTest
    @CsvSource({"10001, true", "10000, false", "9999, false"})
    void aboveMaximum(long open, boolean held) {
        List<Reason> expected = held
                ? List.of(Reason.of(ReasonCode.ABOVE_MAXIMUM, "openOre", "" + open)
                        .with("maximumOre", "10000"))
                : List.of();
        assertThat(reasons(ordinary().open(open), Contexts.amounts(0, 10_000))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"19, true", "20, false", "21, false"})
    void tooOld(int atMost, boolean held) {
        List<Reason> expected = held
                ? List.of(Reason.of(ReasonCode.TOO_OLD, "ageDays", "20").with("maximumAgeDays", "" + atMost))
                : List.of();
        assertThat(reasons(ordinary(), Contexts.atMostDays(atMost))).isEqualTo(expected);
    }

    @Test
    void onlyInvoicesDueAfterTheStartDateAreFollowed() {
        assertThat(reasons(ordinary(), Contexts.startingAfter(DUE)))
                .containsExactly(Reason.of(ReasonCode.BEFORE_START_DATE, "startDay", "2025-12-31"));
        assertThat(reasons(ordinary(), Contexts.startingAfter(DUE.minusDays(1))))
                .isEmpty();
        assertThat(codes(ordinary(), Contexts.startingAfter(DUE.plusDays(1))))
                .containsExactly(ReasonCode.BEFORE_START_DATE);
    }

    @Test
    void anExcludedInvoice() {
        assertThat(reasons(ordinary(), Contexts.without(Set.of("10023"), Set.of())))
                .containsExactly(Reason.of(ReasonCode.EXCLUDED_INVOICE, "invoiceNumber", "10023"));
        assertThat(reasons(ordinary(), Contexts.without(Set.of("1002"), Set.of("10023"))))
                .isEmpty();
    }

    @Test
    void whatTheCreditorKeepsBackForNowIsHeldUntilTheDayWithHisReason() {
        LocalDate tomorrow = Contexts.TODAY.plusDays(1);
        for (KeptBack kept : List.of(
                new KeptBack(KeptBack.Kind.INVOICE, "10023", tomorrow, "agreed"),
                new KeptBack(KeptBack.Kind.CUSTOMER, DEBTOR_NUMBER, tomorrow, "agreed"))) {
            Decision decision = Decisions.decide(ordinary().build(), Contexts.keepingBack(kept));
            assertThat(decision.kind()).isEqualTo(Decision.Kind.HOLD);
            assertThat(decision.reasons().get(0).code().name()).isEqualTo("KEPT_BACK_" + kept.kind());
            assertThat(decision.reasons().get(0).params()).containsEntry("why", "agreed");
            assertThat(decision.allowedFrom()).isEqualTo(tomorrow);
            KeptBack over = new KeptBack(kept.kind(), kept.number(), Contexts.TODAY, "agreed");
            assertThat(reasons(ordinary(), Contexts.keepingBack(over))).isEmpty();
            KeptBack other = new KeptBack(kept.kind(), kept.number() + "0", null, "agreed");
            assertThat(reasons(ordinary(), Contexts.keepingBack(other))).isEmpty();
        }
    }

    @Test
    void anExcludedCustomer() {
        DecisionContext context = Contexts.without(Set.of(), Set.of(DEBTOR_NUMBER));
        assertThat(reasons(ordinary(), context))
                .containsExactly(Reason.of(ReasonCode.EXCLUDED_CUSTOMER, "customerNumber", DEBTOR_NUMBER));
        assertThat(reasons(ordinary(), Contexts.without(Set.of(DEBTOR_NUMBER), Set.of("20012"))))
                .isEmpty();
    }

    @Test
    void aCustomerWithoutNumberIsNoExcludedOne() {
        DecisionContext context = Contexts.without(Set.of(), Set.of(DEBTOR_NUMBER));
        assertThat(reasons(ordinary().owedBy(Debtors.empty(false)), context)).isEmpty();
    }

    @Test
    void aFactoredCustomer() {
        assertThat(reasons(ordinary().owedBy(AnInvoice.debtor(false, null, null, false, true)), PLAIN))
                .containsExactly(Reason.of(ReasonCode.FACTORED));
    }

    @Test
    void aCustomerWithAutomaticNotices() {
        assertThat(reasons(ordinary().owedBy(AnInvoice.debtor(false, null, null, true, false)), PLAIN))
                .containsExactly(Reason.of(ReasonCode.AUTOMATIC_NOTICES));
    }

    @Test
    void foreignCurrency() {
        assertThat(reasons(ordinary().in("EUR"), PLAIN))
                .containsExactly(Reason.of(ReasonCode.FOREIGN_CURRENCY, "currency", "EUR"));
        assertThat(reasons(ordinary().in(null), PLAIN))
                .containsExactly(Reason.of(ReasonCode.FOREIGN_CURRENCY, "currency", "?"));
    }

    @Test
    void remindersPostponedInTheAccountingSystem() {
        LocalDate tomorrow = TODAY.plusDays(1);
        assertThat(reasons(ordinary().remindersPostponedTo(tomorrow), PLAIN))
                .containsExactly(Reason.until(ReasonCode.REMINDERS_POSTPONED, tomorrow));
        assertThat(reasons(ordinary().remindersPostponedTo(TODAY), PLAIN)).isEmpty();
    }

    @Test
    void withoutReceivablePostingNothingCouldBeMatched() {
        InvoicePosting payment = new InvoicePosting(72, DUE, 1500, -1, null);
        InvoicePosting nothing = new InvoicePosting(73, DUE, 1500, 0, null);
        assertThat(reasons(ordinary().postings(), PLAIN)).containsExactly(Reason.of(ReasonCode.NO_RECEIVABLE_POSTING));
        assertThat(codes(ordinary().postings(payment, nothing), PLAIN))
                .containsExactly(ReasonCode.NO_RECEIVABLE_POSTING);
        assertThat(codes(ordinary().postings(payment, new InvoicePosting(74, DUE, 1500, 1, null)), PLAIN))
                .isEmpty();
    }

    @Test
    void alreadyTransferred() {
        assertThat(reasons(ordinary(), PLAIN.transferred(true)))
                .containsExactly(Reason.of(ReasonCode.ALREADY_TRANSFERRED));
    }

    @Test
    void missingDebtorData() {
        assertThat(reasons(ordinary().owedBy(AnInvoice.privatePerson()), Contexts.needing("organizationNumber")))
                .containsExactly(Reason.of(ReasonCode.MISSING_DEBTOR_DATA, "missingFields", "organizationNumber"));
        assertThat(reasons(ordinary(), Contexts.needing("organizationNumber", "name")))
                .isEmpty();
    }

    @Test
    void allReasonsAreToldTheOnesThatEndTheMatterFirst() {
        Invoice wretched = ordinary()
                .open(50)
                .in("SEK")
                .credited()
                .remindersPostponedTo(TODAY.plusDays(9))
                .owedBy(AnInvoice.debtor(true, null, "", true, true))
                .postings()
                .build();
        DecisionContext context = new DecisionContext(
                TODAY, 21, DUE, 100, 49, 5, Set.of("10023"), Set.of(DEBTOR_NUMBER), List.of("email"), true);

        Decision decision = Decisions.decide(wretched, context);

        assertThat(decision.kind()).isEqualTo(Decision.Kind.EXCLUDE);
        assertThat(decision.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        ReasonCode.ALREADY_TRANSFERRED,
                        ReasonCode.CREDITED,
                        ReasonCode.EXCLUDED_INVOICE,
                        ReasonCode.EXCLUDED_CUSTOMER,
                        ReasonCode.FOREIGN_CURRENCY,
                        ReasonCode.FACTORED,
                        ReasonCode.AUTOMATIC_NOTICES,
                        ReasonCode.BEFORE_START_DATE,
                        ReasonCode.TOO_EARLY,
                        ReasonCode.REMINDERS_POSTPONED,
                        ReasonCode.TOO_OLD,
                        ReasonCode.BELOW_MINIMUM,
                        ReasonCode.ABOVE_MAXIMUM,
                        ReasonCode.MISSING_DEBTOR_DATA,
                        ReasonCode.NO_RECEIVABLE_POSTING);
    }

    @Test
    void onlyWhatNeverGoesIsExcluded() {
        Set<ReasonCode> never = EnumSet.of(
                ReasonCode.PAID,
                ReasonCode.OVERPAID,
                ReasonCode.CREDITED,
                ReasonCode.CREDIT_NOTE,
                ReasonCode.EXCLUDED_INVOICE,
                ReasonCode.EXCLUDED_CUSTOMER,
                ReasonCode.FOREIGN_CURRENCY,
                ReasonCode.ALREADY_TRANSFERRED);
        for (ReasonCode code : ReasonCode.values()) {
            Decision.Kind expected = never.contains(code) ? Decision.Kind.EXCLUDE : Decision.Kind.HOLD;
            assertThat(Decision.of(List.of(Reason.of(code))).kind())
                    .as(code.name())
                    .isEqualTo(expected);
        }
    }

    @Test
    void timeAloneFreesOnlyWhatWaitsForTimeAlone() {
        Reason early = Reason.until(ReasonCode.TOO_EARLY, LocalDate.of(2026, 2, 1));
        Reason postponed = Reason.until(ReasonCode.REMINDERS_POSTPONED, LocalDate.of(2026, 1, 20));
        assertThat(Decision.of(List.of(early, postponed)).allowedFrom()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(Decision.of(List.of(early, Reason.of(ReasonCode.FACTORED))).allowedFrom())
                .isNull();
    }

    @Test
    void aDecisionFollowsFromItsReasons() {
        assertThatThrownBy(() -> new Decision(Decision.Kind.TRANSFER, List.of(Reason.of(ReasonCode.PAID))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Decision(Decision.Kind.HOLD, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A decision follows from its reasons: HOLD does not");
    }

    @Test
    void aContextNeedsToday() {
        Set<String> none = Set.of();
        List<String> nothing = List.of();
        assertThatThrownBy(() -> new DecisionContext(null, 1, null, 0, 0, 0, none, none, nothing, false))
                .hasMessage("today");
    }

    @Test
    void aReasonNeedsACode() {
        Map<String, String> none = Map.of();
        assertThatThrownBy(() -> new Reason(null, none, null)).hasMessage("code");
    }

    private static List<Reason> reasons(AnInvoice invoice, DecisionContext context) {
        return Decisions.decide(invoice.build(), context).reasons();
    }

    private static List<ReasonCode> codes(AnInvoice invoice, DecisionContext context) {
        return reasons(invoice, context).stream().map(Reason::code).toList();
    }
}
