package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.kravbro.money.Proposal.Split;
import no.kravbro.money.Proposal.Type;
import no.kravbro.money.ProposalRefusal.Reason;
import org.junit.jupiter.api.Test;

/** The worked proposals pass, and every way in which one can fail to hold together is told by its own reason. */
class ProposalChecksTest {

    private static final Map<String, String> PROFILE = Map.of(
            "PRINCIPAL", "receivable",
            "LATE_INTEREST", "interest-income",
            "REMINDER_FEE", "fee-income",
            "COLLECTION_FEE", "fee-income",
            "VAT", "input-vat",
            "COURT_COSTS", "costs",
            "AGENCY_DEDUCTION", "costs");
    private static final BookingLines ROLES = BookingLines.of(PROFILE, true);
    private static final ProposalChecks CHECKS = new ProposalChecks(
            ROLES,
            Map.of("receivable", 1500, "interest-income", 8050, "fee-income", 3909, "input-vat", 2710, "costs", 7309),
            "20011",
            "10023");

    private static final ProposalLine PRINCIPAL =
            new ProposalLine("PRINCIPAL", 1500, null, -1_000_000, "20011", "10023");
    private static final ProposalLine INTEREST = line("LATE_INTEREST", 8050, -14_911);
    private static final ProposalLine VAT = new ProposalLine("VAT", null, "1", 15_000, null, null);

    private static ProposalLine line(String kind, Integer account, long ore) {
        return new ProposalLine(kind, account, null, ore, null, null);
    }

    private static Proposal proposal(Type type, Split split, ProposalLine... lines) {
        return new Proposal(
                "f-1",
                type,
                "310245674-2147524143",
                "K-80123",
                LocalDate.of(2026, 1, 29),
                "Innbetaling",
                null,
                null,
                Arrays.asList(lines),
                split);
    }

    private static Split split(long net, SettlementLine... lines) {
        long gross = Arrays.stream(lines).mapToLong(SettlementLine::paidOre).sum();
        long agency =
                Arrays.stream(lines).mapToLong(SettlementLine::toAgencyOre).sum();
        return new Split(gross, agency, net, 0, 0, "KapitalKontroll avregning KK-2026-05", List.of(lines));
    }

    private static SettlementLine part(String kind, long paid, long toCreditor, long base) {
        return new SettlementLine(kind, paid, toCreditor, paid - toCreditor, base, base == 0 ? 0 : 25, null);
    }

    private static Split assisted() {
        return split(
                999_911,
                part("PRINCIPAL", 1_000_000, 1_000_000, 0),
                part("LATE_INTEREST", 14_911, 14_911, 0),
                part("COLLECTION_FEE", 60_000, 0, 0),
                part("VAT", 0, -15_000, 60_000));
    }

    private static Reason refused(Proposal proposal) {
        return CHECKS.of(proposal).map(ProposalRefusal::reason).orElse(null);
    }

    @Test
    void theAssistedExamplePassesAndItsVoucherBalances() {
        Proposal proposal =
                proposal(Type.SETTLEMENT, assisted(), line("BANK", 1930, 999_911), VAT, PRINCIPAL, INTEREST);
        assertThat(CHECKS.of(proposal)).isEmpty();
        Voucher voucher = new ProposalVoucher(ROLES).of(proposal, new Receivable(82_020_011L, "10023"), "INK-kk2-f-1");
        assertThat(voucher.on("interim")).isEqualTo(Money.nok(999_911));
        assertThat(voucher.on("input-vat")).isEqualTo(Money.nok(15_000));
        assertThat(voucher.on("receivable")).isEqualTo(Money.nok(-1_000_000));
        assertThat(voucher.postings().get(0).description()).isEqualTo("KapitalKontroll avregning KK-2026-05");
        // Only what is on the receivable is somebody's.
        assertThat(voucher.postings()).extracting(Posting::customerId).containsExactly(null, null, 82_020_011L, null);
        assertThat(voucher.postings()).extracting(Posting::invoiceNumber).containsExactly(null, null, "10023", null);
    }

    @Test
    void carriedBalancesAreTakenOffThePayoutAndNeverInTheCreditorsFavour() {
        SettlementLine all = part("PRINCIPAL", 1_000_000, 1_000_000, 0);
        Split owed = new Split(1_000_000, 0, 990_000, -10_000, 0, null, List.of(all));
        assertThat(refused(proposal(
                        Type.SETTLEMENT,
                        owed,
                        line("BANK", 1930, 990_000),
                        line("AGENCY_DEDUCTION", 7309, 10_000),
                        PRINCIPAL)))
                .as("the debt is not a line of the settlement")
                .isEqualTo(Reason.AMOUNT);
        Split favour = new Split(1_000_000, 0, 1_010_000, 10_000, 0, null, List.of(all));
        assertThat(refused(proposal(
                        Type.SETTLEMENT,
                        favour,
                        line("BANK", 1930, 1_010_000),
                        line("COURT_COSTS", 7309, -10_000),
                        PRINCIPAL)))
                .isEqualTo(Reason.AMOUNT);
    }

    private static Voucher voucher(Split split, ProposalLine... lines) {
        return new ProposalVoucher(ROLES)
                .of(proposal(Type.PAYMENT, split, lines), new Receivable(82_020_011L, "10023"), "INK-kk2-f-1");
    }

    /** A line of nothing is none, and money of which the bank tells nothing has the proposal's own words. */
    @Test
    void theVoucherHoldsWhatWasMoved() {
        ProposalLine bank = line("BANK", 1930, 1_000_000);
        Voucher bare = voucher(null, bank, line("COURT_COSTS", 7309, 0), PRINCIPAL);
        assertThat(bare.postings()).hasSize(2);
        assertThat(bare.postings().get(0).description()).isEqualTo("Innbetaling");
        Split silent = new Split(1_000_000, 0, 1_000_000, 0, 0, null, List.of());
        assertThat(voucher(silent, bank, PRINCIPAL).postings().get(0).description())
                .isEqualTo("Innbetaling");
    }

    @Test
    void whatAProposalMovesIsTheSumOfItsLines() {
        Proposal two =
                proposal(Type.PAYMENT, null, line("BANK", 1930, 600_000), line("BANK", 1930, 400_000), PRINCIPAL);
        assertThat(two.principalOre()).isEqualTo(1_000_000);
        assertThat(two.netOre()).isEqualTo(1_000_000);
    }

    @Test
    void whatDiffersIsToldToTheOere() {
        Split interest = split(1_000_000, part("LATE_INTEREST", 1_000_000, 1_000_000, 0));
        Proposal proposal = proposal(Type.PAYMENT, interest, line("BANK", 1930, 1_000_000), PRINCIPAL);
        assertThat(CHECKS.of(proposal).orElseThrow().detail()).isEqualTo("PRINCIPAL: settled 0.00, booked 10000.00");
    }

    @Test
    void linesMustSumToZero() {
        assertThat(refused(proposal(Type.PAYMENT, null, line("BANK", 1930, 999_999), PRINCIPAL)))
                .isEqualTo(Reason.UNBALANCED);
        assertThat(refused(proposal(Type.PAYMENT, null))).isEqualTo(Reason.UNBALANCED);
    }

    @Test
    void theOpenItemMustBeOurs() {
        ProposalLine other = new ProposalLine("PRINCIPAL", 1500, null, -1_000_000, "20011", "10024");
        assertThat(refused(proposal(Type.PAYMENT, null, line("BANK", 1930, 1_000_000), other)))
                .isEqualTo(Reason.UNKNOWN_CLAIM);
    }

    @Test
    void accountsMustBeTheAgreedOnes() {
        for (ProposalLine strange : List.of(
                line("LATE_INTEREST", 8051, -1_000_000),
                line("NEW_KIND", 8050, -1_000_000),
                line("LOSS", 7830, -1_000_000),
                line(null, 8050, -1_000_000),
                new ProposalLine("VAT", null, "3", -1_000_000, null, null))) {
            assertThat(refused(proposal(Type.COST, null, line("BANK", 1930, 1_000_000), strange)))
                    .as("%s", strange)
                    .isEqualTo(Reason.UNKNOWN_ACCOUNT);
        }
    }

    @Test
    void voucherAndSettlementMustTellTheSame() {
        ProposalLine bank = line("BANK", 1930, 1_000_000);
        assertThat(refused(proposal(Type.PAYMENT, null, bank, PRINCIPAL))).isEqualTo(Reason.AMOUNT);
        assertThat(refused(proposal(Type.PAYMENT, assisted(), bank, PRINCIPAL))).isEqualTo(Reason.AMOUNT);
        Split interest = split(1_000_000, part("LATE_INTEREST", 1_000_000, 1_000_000, 0));
        assertThat(refused(proposal(Type.PAYMENT, interest, bank, PRINCIPAL))).isEqualTo(Reason.AMOUNT);
        Split withheld = split(990_000, part("PRINCIPAL", 1_000_000, 990_000, 0));
        assertThat(refused(proposal(Type.PAYMENT, withheld, bank, PRINCIPAL))).isEqualTo(Reason.AMOUNT);
        Split right = split(1_000_000, part("PRINCIPAL", 1_000_000, 1_000_000, 0));
        assertThat(refused(proposal(Type.PAYMENT, right, bank, PRINCIPAL))).isNull();
        assertThat(refused(proposal(Type.COST, null, line("COURT_COSTS", 7309, 5), line("BANK", 1930, -5))))
                .isNull();
    }
}
