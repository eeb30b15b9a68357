package no.kravbro.claim.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One thing after the other happens with an invoice of 10 000 kroner that an agency has. */
class ComparisonTest {

    private final InvoiceStory story = new InvoiceStory(10_000_00);

    @Test
    void nothingHasHappened() {
        assertThat(story.read()).isEmpty();
    }

    @Test
    void aPaymentIsToldOnce() {
        story.posts(2, -10_000_00, new Evidence(Nature.PAYMENT, null, null));
        assertThat(story.read()).singleElement().isInstanceOfSatisfying(Change.DirectPayment.class, paid -> {
            assertThat(paid.amountOre()).isEqualTo(10_000_00);
            assertThat(paid.event()).isEqualTo("posting-2");
        });
        assertThat(story.read()).isEmpty();
    }

    @Test
    void ourOwnBookingIsNeverToldBack() {
        story.posts(2, -4_000_00, Evidence.OURS);
        assertThat(story.read()).isEmpty();
        assertThat(story.known(2).fate()).isEqualTo(Fate.OURS);
    }

    @Test
    void whatMayBeOursWaits() {
        story.posts(2, -4_000_00, Evidence.MAYBE_OURS);
        assertThat(story.read()).isEmpty();
        story.proves(2, new Evidence(Nature.PAYMENT, null, null));
        assertThat(story.read()).hasSize(1);
    }

    @Test
    void aCreditOfTheRestIsFull() {
        story.posts(2, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        story.posts(3, -6_000_00, Evidence.credited("10066"));
        assertThat(story.read()).last().isInstanceOfSatisfying(Change.CreditNote.class, credit -> {
            assertThat(credit.full()).isTrue();
            assertThat(credit.whole()).isFalse();
            assertThat(credit.amountOre()).isEqualTo(6_000_00);
        });
    }

    @Test
    void aCreditOfTheWholeInvoiceLowersOnlyWhatIsLeft() {
        story.booked(3_000_00);
        story.posts(2, -10_000_00, Evidence.credited("10066"));
        assertThat(story.read()).singleElement().isInstanceOfSatisfying(Change.CreditNote.class, credit -> {
            assertThat(credit.whole()).isTrue();
            assertThat(credit.full()).isTrue();
            assertThat(credit.amountOre()).isEqualTo(7_000_00);
        });
    }

    @Test
    void aCreditOfAPartIsNotFull() {
        story.posts(2, -250_00, Evidence.credited("10066"));
        assertThat(story.read()).singleElement().isInstanceOfSatisfying(Change.CreditNote.class, credit -> assertThat(
                        credit.full())
                .isFalse());
    }

    @Test
    void aWriteOffIsNeitherPaymentNorCredit() {
        story.posts(2, -10_000_00, new Evidence(Nature.WRITE_OFF, null, null));
        assertThat(story.read()).singleElement().isInstanceOf(Change.WriteOff.class);
        assertThat(story.told()).isZero();
    }

    @Test
    void aReversalTakesBackThePaymentOfTheVoucherItNames() {
        story.posts(2, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        story.posts(3, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        story.read();
        story.posts(4, 4_000_00, new Evidence(Nature.PAYMENT, InvoiceStory.voucher(3), null));
        assertThat(story.read()).singleElement().isInstanceOfSatisfying(Change.TakenBack.class, back -> {
            assertThat(back.payment().id()).isEqualTo(3);
            assertThat(back.event()).isEqualTo("posting-4");
        });
        assertThat(story.read()).isEmpty();
    }

    @Test
    void moneyPaidBackTakesBackTheOnlyPaymentOfThatSum() {
        story.posts(2, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        story.read();
        story.posts(3, 4_000_00, new Evidence(Nature.PAYMENT, null, null));
        assertThat(story.read()).singleElement().isInstanceOf(Change.TakenBack.class);
    }

    @Test
    void moneyPaidBackThatMayMeanTwoPaymentsIsForAPerson() {
        story.posts(2, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        story.posts(3, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        story.read();
        story.posts(4, 4_000_00, new Evidence(Nature.PAYMENT, null, null));
        assertThat(story.read()).singleElement().isInstanceOfSatisfying(Change.Unclear.class, unclear -> assertThat(
                        unclear.why())
                .isEqualTo(Change.Why.RAISED));
    }

    @Test
    void whatWasPaidAndTakenBackBeforeAnybodyLookedIsNotTold() {
        story.posts(2, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        story.posts(3, 4_000_00, new Evidence(Nature.PAYMENT, InvoiceStory.voucher(2), null));
        assertThat(story.read()).isEmpty();
        assertThat(story.told()).isZero();
    }

    @Test
    void aPaymentThatIsUnmatchedAndLeavesTheInvoiceIsTakenBackAndToldAnewWhenItReturns() {
        story.posts(2, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        story.read();
        story.removes(2);
        assertThat(story.read()).singleElement().isInstanceOfSatisfying(Change.TakenBack.class, back -> assertThat(
                        back.event())
                .isEqualTo("posting-2-back"));
        assertThat(story.read()).isEmpty();
        story.posts(2, -4_000_00, new Evidence(Nature.PAYMENT, null, null));
        assertThat(story.read()).last().isInstanceOfSatisfying(Change.DirectPayment.class, again -> assertThat(
                        again.event())
                .isEqualTo("posting-2-2"));
    }

    @Test
    void aPaymentThatIsUnmatchedAndStaysIsADifference() {
        story.posts(2, -10_000_00, new Evidence(Nature.PAYMENT, null, null)).matches(2, 71L);
        story.read();
        story.matches(2, null);
        assertThat(story.read()).singleElement().isInstanceOf(Change.Unmatched.class);
        assertThat(story.told()).isEqualTo(10_000_00);
        story.matches(2, 72L);
        assertThat(story.read()).singleElement().isInstanceOf(Change.PutRight.class);
    }

    @Test
    void ourOwnBookingThatIsUnmatchedIsADifference() {
        story.posts(2, -10_000_00, Evidence.OURS).matches(2, 71L);
        story.booked(10_000_00);
        story.read();
        story.removes(2);
        assertThat(story.read()).singleElement().isInstanceOf(Change.Unmatched.class);
    }

    /** The agency took the money back, and the invoice stood as paid until somebody opened the matching. */
    @Test
    void ourOwnBookingThatWasBookedBackMayBeUnmatched() {
        story.posts(2, -10_000_00, Evidence.OURS).matches(2, 71L);
        story.matches(1, 71L);
        story.booked(10_000_00);
        story.read();
        story.posts(3, 10_000_00, Evidence.OURS);
        story.booked(-10_000_00);
        assertThat(story.read()).isEmpty();
        story.matches(2, null);
        assertThat(story.read()).isEmpty();
        story.removes(2);
        assertThat(story.read()).isEmpty();
    }

    @Test
    void theAgencysMoneyBookedOnTheDebtorIsNotTold() {
        story.posts(2, -9_999_11, new Evidence(Nature.PAYMENT, null, null).ofTheAgency());
        assertThat(story.read()).singleElement().isInstanceOf(Change.AgencyMoney.class);
        assertThat(story.told()).isZero();
    }

    @Test
    void whatTheClaimWasWrittenDownWithMustStand() {
        story.removes(1);
        assertThat(story.read()).singleElement().isInstanceOfSatisfying(Change.Unclear.class, unclear -> assertThat(
                        unclear.why())
                .isEqualTo(Change.Why.GONE));
        assertThat(story.read()).isEmpty();
    }
}
