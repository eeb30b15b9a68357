package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any settlement that passes the checks is booked so that its vouchers balance and its payout and principal are met. */
class SettlementBookingPropertiesTest {

    private static final Receivable INVOICE = new Receivable(20011, "10023");
    private static final long MOST = 500_000_000;

    @Property
    void theInterimAccountGetsTheNetAndTheReceivableThePrincipal(
            @ForAll("settlements") Settlement settlement, @ForAll boolean vatRegistered) {
        assertThat(SettlementChecks.of(settlement)).isEmpty();
        SettlementVoucher book = new SettlementVoucher(BookingLines.of(WorkedSettlements.PROFILE_LINES, vatRegistered));

        assertMet(settlement, book.asVoucher(settlement, INVOICE, "key"));
        assertMet(settlement, book.asInvoicePayment(settlement, INVOICE, "key"));
    }

    @Property
    void aReversalUndoesItsOriginalToTheOre(@ForAll("settlements") Settlement settlement) {
        Settlement reversal = WorkedSettlements.reversalOf(settlement);
        assertThat(SettlementChecks.of(reversal)).isEmpty();
        SettlementVoucher book = new SettlementVoucher(BookingLines.of(WorkedSettlements.PROFILE_LINES, true));

        SettlementBooking booked = book.asVoucher(settlement, INVOICE, "key");
        SettlementBooking undone = book.asVoucher(reversal, INVOICE, "key-r");

        assertThat(undone.voucher().isPresent()).isEqualTo(booked.voucher().isPresent());
        booked.voucher().ifPresent(voucher -> voucher.postings()
                .forEach(posting -> assertThat(undone.voucher().orElseThrow().on(posting.account()))
                        .isEqualTo(voucher.on(posting.account()).negate())));
    }

    private static void assertMet(Settlement settlement, SettlementBooking booking) {
        assertThat(booking.interim()).isEqualTo(Money.nok(settlement.netToCreditorOre()));
        assertThat(booking.receivable()).isEqualTo(Money.nok(-SettlementVoucher.principal(settlement)));
        booking.voucher().ifPresent(voucher -> assertThat(voucher.postings().stream()
                        .mapToLong(p -> p.amount().ore())
                        .sum())
                .isZero());
    }

    @Provide
    Arbitrary<Settlement> settlements() {
        Arbitrary<List<SettlementLine>> paid = paidLine().list().ofMaxSize(5);
        Arbitrary<List<SettlementLine>> deductions = deduction().list().ofMaxSize(2);
        return Combinators.combine(principal(), paid, deductions, vat()).as((principal, some, taken, vat) -> {
            List<SettlementLine> lines = new ArrayList<>(List.of(principal));
            lines.addAll(some);
            lines.addAll(taken);
            lines.add(vat);
            return WorkedSettlements.of(lines.toArray(SettlementLine[]::new));
        });
    }

    private static Arbitrary<SettlementLine> principal() {
        return amounts().map(ore -> WorkedSettlements.line("PRINCIPAL", ore, ore, 0));
    }

    private static Arbitrary<SettlementLine> paidLine() {
        Arbitrary<String> kinds = Arbitraries.of("LATE_INTEREST", "REMINDER_FEE", "COLLECTION_FEE", "COURT_COSTS");
        return Combinators.combine(kinds, amounts(), amounts())
                .as((kind, ours, theirs) -> WorkedSettlements.line(kind, ours + theirs, ours, theirs));
    }

    private static Arbitrary<SettlementLine> deduction() {
        return amounts().map(ore -> WorkedSettlements.line("AGENCY_DEDUCTION", 0, -ore, ore));
    }

    private static Arbitrary<SettlementLine> vat() {
        // Multiples of four, so that 25 % is a whole number of øre.
        Arbitrary<Long> bases = amounts().map(ore -> ore * 4);
        return Combinators.combine(bases, Arbitraries.of(true, false))
                .as((base, creditorBears) -> WorkedSettlements.vat(creditorBears ? -base / 4 : 0, base / 4, base));
    }

    private static Arbitrary<Long> amounts() {
        // Few edge cases each, or their combinations crowd out everything else.
        return Arbitraries.longs().between(0, MOST).edgeCases(edges -> edges.includeOnly(0L));
    }
}
