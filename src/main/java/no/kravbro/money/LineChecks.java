package no.kravbro.money;

import java.util.List;

/** Does one settlement line hold together? A reversal is judged with every sign turned. */
final class LineChecks {

    private static final long PERCENT = 100;
    private static final long HIGHEST_RATE = 100;

    private LineChecks() {}

    static void of(SettlementLine line, boolean reversal, List<Finding> findings) {
        LineKind kind = SettlementChecks.kind(line);
        if (kind == null) {
            findings.add(new Finding(Finding.Cause.UNKNOWN_LINE_KIND, line.kind()));
        }
        SettlementChecks.same(
                line.kind() + " paid",
                line.paidOre(),
                Math.addExact(line.toCreditorOre(), line.toAgencyOre()),
                findings);
        long sign = reversal ? -1 : 1;
        if (sign * line.paidOre() < 0) {
            findings.add(finding(Finding.Cause.WRONG_SIGN, line, "paid " + Money.decimal(line.paidOre())));
        }
        if (kind == LineKind.PRINCIPAL && line.toAgencyOre() != 0) {
            findings.add(
                    finding(Finding.Cause.PRINCIPAL_WITHHELD, line, "to agency " + Money.decimal(line.toAgencyOre())));
        }
        if (kind == LineKind.VAT) {
            vat(line, sign, findings);
        }
    }

    /**
     * VAT on the agency's fee: either the creditor bears it (paid 0, deducted from the payout, base and rate given), or
     * the debtor has paid it to the agency. It never reaches the creditor.
     */
    private static void vat(SettlementLine line, long sign, List<Finding> findings) {
        boolean borneByCreditor = line.toCreditorOre() != 0;
        if (sign * line.toCreditorOre() > 0 || sign * line.toAgencyOre() < 0) {
            findings.add(implausible(line, "the agency pays VAT to the creditor"));
        }
        if (borneByCreditor && line.paidOre() != 0) {
            findings.add(implausible(line, "paid by the debtor and deducted from the creditor at once"));
        }
        boolean stated = line.vatBaseOre() != 0 || line.vatRate() != 0;
        if (borneByCreditor && !stated) {
            findings.add(implausible(line, "base and rate are missing"));
        }
        if (stated && !plausible(line)) {
            findings.add(implausible(
                    line,
                    Money.decimal(line.toAgencyOre()) + " is not " + line.vatRate() + " % of "
                            + Money.decimal(line.vatBaseOre())));
        }
    }

    /** Rate times base, rounded either way to a whole øre. */
    private static boolean plausible(SettlementLine line) {
        boolean rate = line.vatRate() > 0 && line.vatRate() <= HIGHEST_RATE;
        long exact = Math.multiplyExact(line.vatBaseOre(), (long) line.vatRate());
        long off = Math.subtractExact(Math.multiplyExact(line.toAgencyOre(), PERCENT), exact);
        return rate && Math.abs(off) < PERCENT;
    }

    private static Finding implausible(SettlementLine line, String why) {
        return finding(Finding.Cause.VAT_IMPLAUSIBLE, line, why);
    }

    private static Finding finding(Finding.Cause cause, SettlementLine line, String why) {
        return new Finding(cause, line.kind() + ": " + why);
    }
}
