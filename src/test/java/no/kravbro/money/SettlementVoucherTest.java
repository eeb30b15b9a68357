package no.kravbro.money;

import static no.kravbro.money.WorkedSettlements.PROFILE_LINES;
import static no.kravbro.money.WorkedSettlements.lateWithdrawal;
import static no.kravbro.money.WorkedSettlements.line;
import static no.kravbro.money.WorkedSettlements.notice;
import static no.kravbro.money.WorkedSettlements.of;
import static no.kravbro.money.WorkedSettlements.reversalOf;
import static no.kravbro.money.WorkedSettlements.vat;
import static no.kravbro.money.WorkedSettlements.vector;
import static no.kravbro.money.WorkedSettlements.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The golden vouchers stand beside this class as tables, to be read by an accountant. */
class SettlementVoucherTest {

    private static final SettlementVoucher BOOK = new SettlementVoucher(BookingLines.of(PROFILE_LINES, true));
    private static final Receivable INVOICE_10023 = new Receivable(20011, "10023");
    private static final Receivable INVOICE_10057 = new Receivable(20034, "10057");
    private static final Receivable INVOICE_10031 = new Receivable(20019, "10031");

    @Test
    void theVatVector() throws IOException {
        assertGolden("vat-vector", asVoucher(vector(), INVOICE_10023));
    }

    @Test
    void aNoticePayment() throws IOException {
        assertGolden("notice-payment", asVoucher(notice(), INVOICE_10057));
    }

    @Test
    void aLateWithdrawalCreditsTheInterimAccount() throws IOException {
        assertGolden("late-withdrawal", asVoucher(lateWithdrawal(), INVOICE_10031));
    }

    @Test
    void aReversalIsMirrored() throws IOException {
        assertGolden("reversal", asVoucher(reversalOf(vector()), INVOICE_10023));
    }

    @Test
    void theVectorWithPrincipalAsInvoicePayment() throws IOException {
        SettlementBooking booking = BOOK.asInvoicePayment(vector(), INVOICE_10023, key(vector()));

        assertThat(booking.payment()).isEqualTo(Money.nok(1_000_000));
        assertGolden("vat-vector-besides-payment", booking);
        assertThat(booking.interim()).isEqualTo(Money.nok(999_911));
    }

    @Test
    void samlebilag48213StandsOnTheInterimAccountAsItsPayout() {
        Money interim = asVoucher(vector(), INVOICE_10023)
                .interim()
                .plus(asVoucher(notice(), INVOICE_10057).interim());
        assertThat(interim).isEqualTo(Money.nok(1_242_122));
    }

    @Test
    void principalIsCreditedOnTheCustomersOpenItem() {
        Posting receivable = posting(asVoucher(vector(), INVOICE_10023), "receivable");
        assertThat(receivable.amount()).isEqualTo(Money.nok(-1_000_000));
        assertThat(receivable.customerId()).isEqualTo(20011);
        assertThat(receivable.invoiceNumber()).isEqualTo("10023");
    }

    @Test
    void noOtherPostingTouchesTheCustomer() {
        assertThat(asVoucher(vector(), INVOICE_10023).voucher().orElseThrow().postings())
                .filteredOn(posting -> !posting.account().equals("receivable"))
                .hasSize(3)
                .allSatisfy(posting -> assertThat(posting.customerId()).isNull())
                .allSatisfy(posting -> assertThat(posting.invoiceNumber()).isNull());
    }

    @Test
    void whatTheAgencyKeptWholeIsNoBooking() {
        Settlement kept = of(line("REMINDER_FEE", 3_750, 0, 3_750));
        assertThat(asVoucher(kept, INVOICE_10023).voucher()).isEmpty();
        assertThat(asVoucher(kept, INVOICE_10023).interim()).isEqualTo(Money.nok(0));
    }

    @Test
    void aNetOfZeroLeavesTheInterimAccountAlone() {
        Settlement even = of(line("LATE_INTEREST", 15_000, 15_000, 0), vat(-15_000, 15_000, 60_000));
        assertThat(asVoucher(even, INVOICE_10023).voucher().orElseThrow().postings())
                .extracting(Posting::account)
                .containsExactly("input-vat", "interest-income");
    }

    @Test
    void principalAloneAsInvoicePaymentNeedsNoVoucher() {
        Settlement principal = of(line("PRINCIPAL", 500, 500, 0), line("COLLECTION_FEE", 70, 0, 70));
        SettlementBooking booking = BOOK.asInvoicePayment(principal, INVOICE_10023, "key");
        assertThat(booking.voucher()).isEmpty();
        assertThat(booking.payment()).isEqualTo(Money.nok(500));
        assertThat(booking.interim()).isEqualTo(Money.nok(500));
        assertThat(booking.receivable()).isEqualTo(Money.nok(-500));
    }

    @Test
    void aReversalTakesThePaymentBack() {
        SettlementBooking booking = BOOK.asInvoicePayment(reversalOf(notice()), INVOICE_10057, "key");
        assertThat(booking.payment()).isEqualTo(Money.nok(-240_000));
        assertThat(booking.receivable()).isEqualTo(Money.nok(240_000));
    }

    @Test
    void severalPrincipalLinesAddUp() {
        Settlement two = of(line("PRINCIPAL", 500, 500, 0), line("PRINCIPAL", 70, 70, 0));
        assertThat(SettlementVoucher.principal(two)).isEqualTo(570);
        assertThat(asVoucher(two, INVOICE_10023).receivable()).isEqualTo(Money.nok(-570));
        assertThat(BOOK.asInvoicePayment(two, INVOICE_10023, "key").payment()).isEqualTo(Money.nok(570));
    }

    @Test
    void vatOfACreditorWhoMayNotDeductItIsACost() {
        SettlementVoucher unregistered = new SettlementVoucher(BookingLines.of(PROFILE_LINES, false));
        Voucher voucher = unregistered
                .asVoucher(lateWithdrawal(), INVOICE_10031, "key")
                .voucher()
                .orElseThrow();
        assertThat(voucher.on("costs")).isEqualTo(Money.nok(37_500));
        assertThat(voucher.on("input-vat")).isEqualTo(Money.nok(0));
    }

    @Test
    void everyKindHasItsOwnWordInTheBooks() {
        List<SettlementLine> lines = List.of(
                line("PRINCIPAL", 1, 1, 0),
                line("LATE_INTEREST", 2, 2, 0),
                line("REMINDER_FEE", 3, 3, 0),
                line("COLLECTION_FEE", 4, 4, 0),
                line("COURT_COSTS", 5, 5, 0),
                vat(-6, 6, 24),
                line("AGENCY_DEDUCTION", 0, -7, 7));
        Settlement all = with(vector(), null, lines, null);
        assertThat(asVoucher(all, INVOICE_10023).voucher().orElseThrow().postings())
                .extracting(posting -> posting.description().replace(", sak 5000001, faktura 10023", ""))
                .containsExactly(
                        "Netto fra inkasso",
                        "Merverdiavgift",
                        "Fradrag fra inkassobyrå",
                        "Hovedstol",
                        "Forsinkelsesrente",
                        "Purregebyr",
                        "Salær",
                        "Sakskostnader");
    }

    @Test
    void aSettlementThatDoesNotHoldTogetherIsRefused() {
        Settlement unknown = of(line("GIFT", 5, 5, 0));
        assertThatThrownBy(() -> asVoucher(unknown, INVOICE_10023)).isInstanceOf(IllegalArgumentException.class);

        Settlement v = vector();
        Settlement wrongNet = new Settlement(
                v.id(),
                v.claimKey(),
                v.caseNumber(),
                v.invoiceNumber(),
                v.settlementDate(),
                v.paymentDate(),
                v.currency(),
                v.grossOre(),
                v.agencyTotalOre(),
                999_910,
                null,
                v.lines(),
                null,
                null);
        assertThatThrownBy(() -> asVoucher(wrongNet, INVOICE_10023)).hasMessageContaining("does not balance");
        assertThatThrownBy(() -> BOOK.asInvoicePayment(wrongNet, INVOICE_10023, "key"))
                .hasMessageContaining("does not balance");
    }

    private static SettlementBooking asVoucher(Settlement settlement, Receivable receivable) {
        return BOOK.asVoucher(settlement, receivable, key(settlement));
    }

    private static String key(Settlement settlement) {
        return VoucherKey.of("autocollect", settlement.id());
    }

    private static Posting posting(SettlementBooking booking, String account) {
        return booking.voucher().orElseThrow().postings().stream()
                .filter(posting -> posting.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private static void assertGolden(String name, SettlementBooking booking) throws IOException {
        try (InputStream golden = SettlementVoucherTest.class.getResourceAsStream(name + ".txt")) {
            assertThat(golden).as("golden voucher " + name).isNotNull();
            assertThat(VoucherTable.of(booking.voucher().orElseThrow()))
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
