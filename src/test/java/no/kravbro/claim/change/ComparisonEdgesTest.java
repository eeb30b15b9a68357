package no.kravbro.claim.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens seldom with an invoice that an agency has, and what is remembered of it. */
class ComparisonEdgesTest {

    private static final Evidence PAID = new Evidence(Nature.PAYMENT, null, null);

    private final InvoiceStory story = new InvoiceStory(10_000_00);

    @Test
    void aPaymentThatReturnsIsBelievedAgainWithItsWholeSum() {
        story.posts(2, -4_000_00, PAID);
        story.read();
        story.removes(2);
        story.read();
        assertThat(story.told()).isZero();
        story.posts(2, -4_000_00, PAID);
        assertThat(story.read()).hasSize(2).first().isInstanceOf(Change.PutRight.class);
        assertThat(story.told()).isEqualTo(4_000_00);
        assertThat(story.known(2).standing()).isTrue();
        assertThat(story.read()).as("told once").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Nature.class,
            names = {"WRITE_OFF", "AGENCY_MONEY", "OTHER"})
    void whatConcernsNoAgencyIsFoundOnceAndPutRightWhenItGoes(Nature nature) {
        story.posts(2, -4_000_00, new Evidence(nature, null, null));
        assertThat(story.read()).hasSize(1);
        assertThat(story.read()).isEmpty();
        story.removes(2);
        assertThat(story.read()).singleElement().isInstanceOfSatisfying(Change.PutRight.class, right -> assertThat(
                        right.posting().standing())
                .isFalse());
        assertThat(story.read()).isEmpty();
        assertThat(story.told()).isZero();
    }

    @Test
    void whatIsNothingForCertainIsForAPerson() {
        story.posts(2, -4_000_00, new Evidence(Nature.OTHER, null, null));
        assertThat(story.read()).containsExactly(new Change.Unclear(2, 4_000_00, Change.Why.UNKNOWN_KIND));
    }

    @Test
    void ourOwnBookingThatLeavesIsFoundOnce() {
        story.posts(2, -4_000_00, Evidence.OURS);
        story.booked(4_000_00);
        story.read();
        story.removes(2);
        assertThat(story.read()).singleElement().isInstanceOf(Change.Unmatched.class);
        assertThat(story.read()).isEmpty();
        assertThat(story.known(2).standing()).isFalse();
    }

    @Test
    void aCreditOfWhatIsPaidAlreadyIsNotTold() {
        story.booked(10_000_00);
        story.posts(2, -250_00, Evidence.credited("10066"));
        assertThat(story.read()).isEmpty();
        assertThat(story.known(2).fate()).isEqualTo(Fate.CREDIT);
        assertThat(story.told()).isZero();
    }

    @Test
    void aPostingOfNothingIsNoPayment() {
        story.posts(2, 0, PAID);
        assertThat(story.read()).containsExactly(new Change.Unclear(2, 0, Change.Why.RAISED));
    }

    @Test
    void aPaymentIsToldThoughAPostingOfNothingNamesIt() {
        story.posts(2, -4_000_00, PAID);
        story.posts(3, 0, new Evidence(Nature.PAYMENT, InvoiceStory.voucher(2), null));
        assertThat(story.read()).first().isInstanceOf(Change.DirectPayment.class);
    }

    @Test
    void onlyAPaymentCanBeTakenBack() {
        story.posts(2, -4_000_00, Evidence.credited("10066"));
        story.read();
        story.posts(3, 4_000_00, new Evidence(Nature.PAYMENT, InvoiceStory.voucher(2), null));
        assertThat(story.read()).containsExactly(new Change.Unclear(3, 4_000_00, Change.Why.RAISED));
        assertThat(story.told()).isEqualTo(4_000_00);
    }

    @Test
    void aPaymentThatHasGoneIsNotTakenBackAgain() {
        story.posts(2, -4_000_00, PAID);
        story.read();
        story.removes(2);
        story.read();
        story.posts(3, 4_000_00, new Evidence(Nature.PAYMENT, InvoiceStory.voucher(2), null));
        assertThat(story.read()).containsExactly(new Change.Unclear(3, 4_000_00, Change.Why.RAISED));
    }

    @Test
    void moneyPaidBackOfAnotherSumIsForAPerson() {
        story.posts(2, -4_000_00, PAID);
        story.read();
        story.posts(3, 3_999_99, PAID);
        assertThat(story.read()).containsExactly(new Change.Unclear(3, 3_999_99, Change.Why.RAISED));
        assertThat(story.told()).isEqualTo(4_000_00);
    }

    @Test
    void whatTookAPaymentBackMustStand() {
        story.posts(2, -4_000_00, PAID);
        story.read();
        story.posts(3, 4_000_00, new Evidence(Nature.PAYMENT, InvoiceStory.voucher(2), null));
        story.read();
        story.removes(3);
        assertThat(story.read()).containsExactly(new Change.Unclear(3, 4_000_00, Change.Why.GONE));
    }

    @Test
    void anotherMatchingIsNoDifference() {
        story.posts(2, -10_000_00, PAID).matches(2, 71L);
        story.read();
        story.matches(2, 72L);
        assertThat(story.read()).isEmpty();
        assertThat(story.known(2).closeGroup()).isEqualTo(72L);
    }

    @Test
    void ourOwnBookingThatIsUnmatchedAndStaysIsADifference() {
        story.posts(2, -10_000_00, Evidence.OURS).matches(2, 71L);
        story.booked(10_000_00);
        story.read();
        story.matches(2, null);
        assertThat(story.read()).singleElement().isInstanceOf(Change.Unmatched.class);
    }

    /** Its matching is opened by being reversed: one thing that has happened, told once. */
    @Test
    void aPaymentThatIsTakenBackIsNotUnmatchedToo() {
        story.posts(2, -4_000_00, PAID).matches(2, 71L);
        story.read();
        story.matches(2, null);
        story.posts(3, 4_000_00, new Evidence(Nature.PAYMENT, InvoiceStory.voucher(2), null));
        assertThat(story.read()).singleElement().isInstanceOf(Change.TakenBack.class);
    }
}
