package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kravbro.creditor.Bookkeeping;
import no.kravbro.creditor.Dimensions;
import no.kravbro.money.Money;
import no.kravbro.money.Posting;
import no.kravbro.money.Voucher;
import org.junit.jupiter.api.Test;

class BookingRefusalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Map<String, Integer> NUMBERS = Map.of("receivable", 1500, "interim", 1921);
    private static final LedgerAccount RECEIVABLE = account(71500, 1500, "CUSTOMER", true, 0L);
    private static final LedgerAccount INTERIM = account(71921, 1921, "GENERAL", false, null);

    private static LedgerAccount account(long id, int number, String type, boolean locked, Long vat) {
        return new LedgerAccount(id, number, type, locked, vat, false, false, false);
    }

    private static LedgerFacts facts(LedgerAccount interim, boolean closed) {
        LedgerFacts.Period january = new LedgerFacts.Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1), closed);
        return new LedgerFacts(Map.of(1500, RECEIVABLE, 1921, interim), List.of(january), Map.of());
    }

    private static Voucher voucher(String account, Long customer) {
        return Voucher.on(DAY, "INK-a-1", "Oppgjør")
                .add(Posting.of(account, Money.nok(100_050), "Netto"))
                .add(new Posting("receivable", Money.nok(-100_050), customer, "10023", "Hovedstol"))
                .build();
    }

    private static Optional<String> cause(Voucher voucher, LedgerFacts facts) {
        return BookingRefusal.check(voucher, NUMBERS, Bookkeeping.USUAL, facts).map(BookingRefusal::cause);
    }

    @Test
    void a_sound_voucher_passes_and_gets_the_companys_own_ids() {
        Voucher voucher = voucher("interim", 90011L);
        LedgerFacts facts = facts(INTERIM, false);
        assertThat(cause(voucher, facts)).isEmpty();
        assertThat(VoucherDocument.of(voucher, NUMBERS, Bookkeeping.USUAL, facts)
                        .lines())
                .containsExactly(
                        new VoucherDocument.Line(1, 71921, 100_050, null, null, "Netto", null, null, null),
                        new VoucherDocument.Line(2, 71500, -100_050, 90011L, "10023", "Hovedstol", null, null, null));
    }

    @Test
    void a_number_instead_of_a_role_will_do() {
        assertThat(cause(voucher("1921", 90011L), facts(INTERIM, false))).isEmpty();
    }

    @Test
    void a_closed_period_is_never_re_dated() {
        assertThat(cause(voucher("interim", 90011L), facts(INTERIM, true))).contains("PERIOD_CLOSED");
    }

    @Test
    void an_account_that_is_not_there_is_named() {
        LedgerFacts facts = facts(INTERIM, false);
        assertThat(BookingRefusal.check(voucher("costs", 1L), NUMBERS, Bookkeeping.USUAL, facts)
                        .map(BookingRefusal::detail))
                .contains("The creditor has no account number for role costs: add it to its accounts");
        assertThat(cause(voucher("7770", 1L), facts)).contains("ACCOUNT_MISSING");
    }

    @Test
    void an_account_that_takes_no_such_posting_is_refused() {
        Voucher voucher = voucher("interim", 90011L);
        LedgerAccount vat = account(71921, 1921, "GENERAL", true, 3L);
        LedgerAccount inactive = new LedgerAccount(71921, 1921, "GENERAL", false, null, true, false, false);
        for (LedgerAccount account : List.of(vat, inactive)) {
            assertThat(cause(voucher, facts(account, false))).contains("ACCOUNT_LOCKED");
        }
    }

    @Test
    void what_an_account_demands_and_nobody_has_said_is_named_with_its_field() {
        LedgerAccount demanding = new LedgerAccount(71921, 1921, "GENERAL", false, null, false, true, true);
        LedgerFacts facts = new LedgerFacts(
                Map.of(1500, RECEIVABLE, 1921, demanding),
                List.of(),
                Map.of(),
                Map.of(Dimension.DEPARTMENT, Map.of("10", 5_010L), Dimension.PROJECT, Map.of("P-7", 5_007L)));
        assertThat(refusal(facts, new Dimensions(null, null, null)))
                .contains("Account 1921 demands a department: set dimensions.interim.department to its number");
        assertThat(refusal(facts, new Dimensions("10", null, null)))
                .contains("Account 1921 demands a project: set dimensions.interim.project to its number");
        assertThat(refusal(facts, new Dimensions("10", "P-8", null)))
                .contains("There is no single project P-8 in use: make it, or correct dimensions.interim.project");
        assertThat(refusal(facts, new Dimensions("10", "P-7", "300")))
                .contains("There is no single product 300 in use: make it, or correct dimensions.interim.product");
        assertThat(refusal(facts, new Dimensions("10", "P-7", null))).isEmpty();
        assertThat(VoucherDocument.of(
                                voucher("interim", 90011L), NUMBERS, books(new Dimensions("10", "P-7", null)), facts)
                        .lines()
                        .get(0))
                .isEqualTo(new VoucherDocument.Line(1, 71921, 100_050, null, null, "Netto", 5_010L, 5_007L, null));
    }

    private static Bookkeeping books(Dimensions interim) {
        return new Bookkeeping(List.of("23:00"), Map.of("interim", interim), false, Bookkeeping.StatusIn.CONSOLE);
    }

    private static Optional<String> refusal(LedgerFacts facts, Dimensions interim) {
        return BookingRefusal.check(voucher("interim", 90011L), NUMBERS, books(interim), facts)
                .map(BookingRefusal::detail);
    }

    @Test
    void a_customer_ledger_demands_the_customer() {
        assertThat(cause(voucher("interim", null), facts(INTERIM, false))).contains("CUSTOMER_MISSING");
        assertThat(BookingRefusal.check(voucher("interim", null), NUMBERS, Bookkeeping.USUAL, facts(INTERIM, false))
                        .orElseThrow()
                        .cause())
                .isEqualTo("CUSTOMER_MISSING");
    }

    @Test
    void a_foreign_voucher_is_not_written() {
        Voucher euro = Voucher.on(DAY, "k", "d")
                .add(Posting.of("interim", new Money(1, "EUR"), "a"))
                .add(Posting.of("1500", new Money(-1, "EUR"), "b"))
                .build();
        assertThatThrownBy(() -> VoucherDocument.of(euro, NUMBERS, Bookkeeping.USUAL, facts(INTERIM, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
