package no.kravbro.money;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Does a settlement hold together? Nothing is corrected or derived: the split is the agency's, and what fails is not
 * booked. A settlement that passes gives vouchers that balance.
 */
public final class SettlementChecks {

    private static final String CURRENCY = "NOK";

    private SettlementChecks() {}

    /** All that is wrong with one settlement and its remittance, taken alone; empty when it may be booked. */
    public static List<Finding> of(Settlement settlement) {
        List<Finding> findings = new ArrayList<>();
        if (!CURRENCY.equals(settlement.currency())) {
            findings.add(new Finding(Finding.Cause.FOREIGN_CURRENCY, "currency " + settlement.currency()));
        }
        sums(settlement, findings);
        for (SettlementLine line : settlement.lines()) {
            LineChecks.of(line, settlement.reverses() != null, findings);
        }
        if (settlement.remittance() != null) {
            findings.addAll(RemittanceCheck.facts(settlement.remittance()));
        }
        return List.copyOf(findings);
    }

    /** The kind of a line, or null when the word is none of ours. */
    static LineKind kind(SettlementLine line) {
        return Arrays.stream(LineKind.values())
                .filter(kind -> kind.name().equals(line.kind()))
                .findFirst()
                .orElse(null);
    }

    static long sum(Settlement settlement, ToLongFunction<SettlementLine> amount) {
        return settlement.lines().stream().mapToLong(amount).reduce(0, Math::addExact);
    }

    static void same(String what, long stated, long computed, List<Finding> findings) {
        if (stated != computed) {
            findings.add(new Finding(
                    Finding.Cause.SUM_MISMATCH,
                    what + ": stated " + Money.decimal(stated) + ", computed " + Money.decimal(computed)));
        }
    }

    private static void sums(Settlement settlement, List<Finding> findings) {
        if (settlement.lines().isEmpty()) {
            findings.add(new Finding(Finding.Cause.SUM_MISMATCH, "no lines"));
        }
        same("gross", settlement.grossOre(), sum(settlement, SettlementLine::paidOre), findings);
        same("to agency", settlement.agencyTotalOre(), sum(settlement, SettlementLine::toAgencyOre), findings);
        same(
                "net to creditor",
                settlement.netToCreditorOre(),
                sum(settlement, SettlementLine::toCreditorOre),
                findings);
    }
}
