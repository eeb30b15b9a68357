package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.flows.Changes;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Standing;
import no.kravbro.sandbox.tripletex.TripletexStory;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in Tripletex with the invoice of a claim that the agency has, the agency is told once and nothing else:
 * real postings, real routes, the agency's simulated wire and ledger.
 */
abstract class AgencyReportsTest<W extends AgencyWorld> extends AgencyGround<W> {

    /** A claim that the agency has accepted. */
    Changes atTheAgency() {
        Journey claim = handOver();
        accepted(claim.end(), 1);
        return new Changes(agency.product(), agency.creditor(), TripletexStory.NORDLYS, claim);
    }

    private Standing standing(Changes claim) {
        return agency.standing(claim.key());
    }

    @Test
    void aPaymentInFullClosesTheCaseAndIsToldOnce() {
        Changes claim = atTheAgency();
        claim.paid(claim.ore());
        claim.look().look();
        assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE");
        assertThat(standing(claim)).isEqualTo(new Standing(0, agency.endedByPayment()));
    }

    @Test
    void paymentsInPartLowerThePrincipal() {
        Changes claim = atTheAgency();
        claim.paid(100_00);
        claim.look();
        claim.paid(250_00);
        claim.look();
        assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE", "REPORT_PAYMENT DONE");
        assertThat(standing(claim)).isEqualTo(new Standing(claim.ore() - 350_00, null));
    }

    @Test
    void aCreditOfTheInvoiceEndsTheCase() {
        Changes claim = atTheAgency();
        claim.credited(claim.ore());
        claim.look().look();
        assertThat(claim.told()).containsExactly("REPORT_CREDIT DONE");
        assertThat(standing(claim)).isEqualTo(new Standing(0, "CREDITED"));
    }

    @Test
    void aCreditOfAPartIsToldOrBecomesATask() {
        Changes claim = atTheAgency();
        claim.credited(120_00);
        claim.look().look();
        if (agency.creditsParts()) {
            assertThat(claim.told()).containsExactly("REPORT_CREDIT DONE");
            assertThat(standing(claim)).isEqualTo(new Standing(claim.ore() - 120_00, null));
        } else {
            assertThat(claim.told()).isEmpty();
            assertThat(claim.tasks()).containsExactly("DO_BY_HAND CREDIT_PART");
            assertThat(standing(claim)).isEqualTo(new Standing(claim.ore(), null));
        }
    }

    @Test
    void aWriteOffIsNotTold() {
        Changes claim = atTheAgency();
        claim.writtenOff();
        claim.look().look();
        assertThat(claim.told()).isEmpty();
        assertThat(claim.differences()).containsExactly("WRITTEN_OFF");
        assertThat(standing(claim)).isEqualTo(new Standing(claim.ore(), null));
    }

    @Test
    void aReversedPaymentIsTakenBackOrBecomesATask() {
        Changes claim = atTheAgency();
        long voucher = claim.paid(300_00);
        claim.look();
        claim.reversed(voucher);
        claim.look().look();
        takenBack(claim, 300_00);
    }

    @Test
    void aPaymentThatLeavesTheInvoiceIsTakenBackAndToldAnewWhenItReturns() {
        Changes claim = atTheAgency();
        long voucher = claim.paid(300_00);
        claim.look();
        claim.accountant().delete(voucher);
        claim.look().look();
        takenBack(claim, 300_00);
    }

    private void takenBack(Changes claim, long ore) {
        if (agency.takesPaymentsBack()) {
            assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE", "REVERSE_PAYMENT DONE");
            assertThat(standing(claim)).isEqualTo(new Standing(claim.ore(), null));
        } else {
            assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE");
            assertThat(claim.tasks()).containsExactly("DO_BY_HAND REVERSE_PAYMENT");
            assertThat(standing(claim)).isEqualTo(new Standing(claim.ore() - ore, null));
        }
    }

    @Test
    void aMatchingThatIsOpenedIsADifferenceUntilItIsMatchedAgain() {
        Changes claim = atTheAgency();
        long voucher = claim.paid(claim.ore());
        claim.look();
        claim.accountant().unmatchAll(claim.invoice());
        claim.look().look();
        assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE");
        assertThat(claim.differences()).containsExactly("UNMATCHED");
        claim.accountant().match(claim.invoice(), voucher);
        claim.look();
        assertThat(claim.differences()).isEmpty();
    }

    /** The agency's money that a person has booked on the debtor, against the account that payouts go over. */
    @Test
    void theAgencysOwnMoneyIsNotToldBack() {
        Changes claim = atTheAgency();
        claim.accountant()
                .paid(claim.invoice(), 1960, agency.product().town().clock().today(), 400_00);
        claim.look().look();
        if (agency.paysOut()) {
            assertThat(claim.told()).isEmpty();
            assertThat(claim.differences()).containsExactly("AGENCY_MONEY_ON_DEBTOR");
        } else {
            assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE");
        }
    }

    @Test
    void aReportInDoubtThatCameThroughIsNotDoubled() {
        Changes claim = atTheAgency();
        claim.paid(200_00);
        agency.reportMeets(Fault.next(FaultKind.RESET_AFTER, 1));
        claim.look();
        assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE");
        assertThat(claim.attempts()).startsWith("SEND UNKNOWN").endsWith("INQUIRE ACCEPTED");
        assertThat(standing(claim)).isEqualTo(new Standing(claim.ore() - 200_00, null));
    }

    @Test
    void aCreditInDoubtThatCameThroughIsNotDoubled() {
        Changes claim = atTheAgency();
        claim.credited(claim.ore());
        agency.reportMeets(Fault.next(FaultKind.RESET_AFTER, 1));
        claim.look();
        assertThat(claim.told()).containsExactly("REPORT_CREDIT DONE");
        assertThat(claim.attempts()).startsWith("SEND UNKNOWN").endsWith("INQUIRE ACCEPTED");
        assertThat(standing(claim)).isEqualTo(new Standing(0, "CREDITED"));
    }

    @Test
    void aReportInDoubtThatDidNotComeThroughIsToldOnce() {
        Changes claim = atTheAgency();
        claim.paid(200_00);
        agency.reportMeets(Fault.next(FaultKind.RESET_BEFORE, 1));
        claim.look();
        assertThat(claim.told()).containsExactly("REPORT_PAYMENT DONE");
        assertThat(standing(claim)).isEqualTo(new Standing(claim.ore() - 200_00, null));
    }

    @Test
    void whatWasPaidAndTakenBackBeforeTheAgencyWasToldIsNotTold() {
        Changes claim = atTheAgency();
        long voucher = claim.paid(200_00);
        claim.reversed(voucher);
        claim.look();
        assertThat(claim.told()).isEmpty();
        assertThat(standing(claim)).isEqualTo(new Standing(claim.ore(), null));
    }
}
