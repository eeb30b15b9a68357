package no.kravbro.money;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The contract's worked examples, as settlements.
 *
 * <ul>
 *   <li>samlebilag 48213: {@link #vector} (the VAT vector) and {@link #notice} (a payment on a notice), payout 12 421.22
 *   <li>samlebilag 48290: {@link #lateWithdrawal}, a deduction without payment, carried over
 *   <li>{@link #reversalOf} any of them
 * </ul>
 */
public final class WorkedSettlements {

    public static final Map<String, String> PROFILE_LINES = Map.of(
            "PRINCIPAL", "receivable",
            "LATE_INTEREST", "interest-income",
            "REMINDER_FEE", "fee-income",
            "COLLECTION_FEE", "fee-income",
            "VAT", "input-vat",
            "COURT_COSTS", "costs",
            "AGENCY_DEDUCTION", "costs");

    public static final Remittance SAMLEBILAG_48213 =
            new Remittance("48213", "Ihht samlebilag 48213", LocalDate.of(2026, 2, 2), 2, 0, 0, 1_242_122);

    public static final Remittance SAMLEBILAG_48290 =
            new Remittance("48290", "Ihht samlebilag 48290", LocalDate.of(2026, 2, 9), 1, 0, -37_500, 0);

    private WorkedSettlements() {}

    public static Settlement vector() {
        return new Settlement(
                "44444444-0000-4000-8000-000000000001",
                "310245674-2147524143",
                "5000001",
                "10023",
                LocalDate.of(2026, 1, 30),
                LocalDate.of(2026, 1, 29),
                "NOK",
                1_074_911,
                75_000,
                999_911,
                null,
                List.of(
                        line("PRINCIPAL", 1_000_000, 1_000_000, 0),
                        line("LATE_INTEREST", 14_911, 14_911, 0),
                        line("COLLECTION_FEE", 60_000, 0, 60_000),
                        vat(-15_000, 15_000, 60_000)),
                SAMLEBILAG_48213,
                null);
    }

    public static Settlement notice() {
        return new Settlement(
                "44444444-0000-4000-8000-000000000002",
                "310245674-2147524999",
                "5000014",
                "10057",
                LocalDate.of(2026, 1, 30),
                LocalDate.of(2026, 1, 28),
                "NOK",
                245_961,
                3_750,
                242_211,
                null,
                List.of(
                        line("PRINCIPAL", 240_000, 240_000, 0),
                        line("LATE_INTEREST", 2_211, 2_211, 0),
                        line("REMINDER_FEE", 3_750, 0, 3_750)),
                SAMLEBILAG_48213,
                null);
    }

    public static Settlement lateWithdrawal() {
        return new Settlement(
                "44444444-0000-4000-8000-000000000003",
                "310245674-2147524301",
                "5000002",
                "10031",
                LocalDate.of(2026, 2, 6),
                null,
                "NOK",
                0,
                37_500,
                -37_500,
                null,
                List.of(line("AGENCY_DEDUCTION", 0, -30_000, 30_000), vat(-7_500, 7_500, 30_000)),
                SAMLEBILAG_48290,
                null);
    }

    /** The later settlement that takes another back: all amounts negated. */
    public static Settlement reversalOf(Settlement original) {
        return new Settlement(
                original.id() + "-r",
                original.claimKey(),
                original.caseNumber(),
                original.invoiceNumber(),
                original.settlementDate().plusDays(7),
                original.paymentDate(),
                original.currency(),
                -original.grossOre(),
                -original.agencyTotalOre(),
                -original.netToCreditorOre(),
                original.id(),
                original.lines().stream().map(WorkedSettlements::negated).toList(),
                null,
                null);
    }

    public static SettlementLine line(String kind, long paid, long toCreditor, long toAgency) {
        return new SettlementLine(kind, paid, toCreditor, toAgency, 0, 0, null);
    }

    public static SettlementLine vat(long toCreditor, long toAgency, long base) {
        return new SettlementLine("VAT", toCreditor + toAgency, toCreditor, toAgency, base, 25, null);
    }

    /** A settlement of these lines whose sums are right, in no remittance. */
    public static Settlement of(SettlementLine... lines) {
        return with(vector(), null, List.of(lines), null);
    }

    /** Another's identity with these lines and their sums. */
    public static Settlement with(
            Settlement model, String reverses, List<SettlementLine> lines, Remittance remittance) {
        return new Settlement(
                model.id(),
                model.claimKey(),
                model.caseNumber(),
                model.invoiceNumber(),
                model.settlementDate(),
                model.paymentDate(),
                model.currency(),
                lines.stream().mapToLong(SettlementLine::paidOre).sum(),
                lines.stream().mapToLong(SettlementLine::toAgencyOre).sum(),
                lines.stream().mapToLong(SettlementLine::toCreditorOre).sum(),
                reverses,
                lines,
                remittance,
                null);
    }

    private static SettlementLine negated(SettlementLine line) {
        return new SettlementLine(
                line.kind(),
                -line.paidOre(),
                -line.toCreditorOre(),
                -line.toAgencyOre(),
                -line.vatBaseOre(),
                line.vatRate(),
                line.text());
    }
}
