package no.kravbro.money;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Is a settlement the exact opposite of the one it takes back, line kind by line kind? A correction is never a part of it. */
public final class ReversalCheck {

    private ReversalCheck() {}

    public static List<Finding> of(Settlement reversal, Settlement original) {
        List<Finding> findings = new ArrayList<>();
        if (!String.valueOf(original.claimKey()).equals(reversal.claimKey())) {
            findings.add(new Finding(
                    Finding.Cause.REVERSAL_MISMATCH,
                    original.id() + " is about another claim: " + original.claimKey()));
        }
        TreeSet<String> kinds = new TreeSet<>();
        Stream.of(reversal, original).forEach(each -> each.lines().forEach(line -> kinds.add(line.kind())));
        for (String kind : kinds) {
            opposite(kind, "paid", reversal, original, SettlementLine::paidOre, findings);
            opposite(kind, "to creditor", reversal, original, SettlementLine::toCreditorOre, findings);
            opposite(kind, "to agency", reversal, original, SettlementLine::toAgencyOre, findings);
        }
        return findings;
    }

    private static void opposite(
            String kind,
            String what,
            Settlement reversal,
            Settlement original,
            ToLongFunction<SettlementLine> amount,
            List<Finding> findings) {
        long back = sum(reversal, kind, amount);
        long was = sum(original, kind, amount);
        if (back != -was) {
            findings.add(new Finding(
                    Finding.Cause.REVERSAL_MISMATCH,
                    kind + " " + what + ": takes back " + Money.decimal(-back) + " of " + Money.decimal(was)));
        }
    }

    private static long sum(Settlement settlement, String kind, ToLongFunction<SettlementLine> amount) {
        return settlement.lines().stream()
                .filter(line -> kind.equals(line.kind()))
                .mapToLong(amount)
                .reduce(0, Math::addExact);
    }
}
