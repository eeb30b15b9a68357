package no.kravbro.money;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

/** Does a statement hold together, and does it say the same as the money events it is about? Nothing is corrected. */
public final class StatementCheck {

    private StatementCheck() {}

    /** What is wrong with a statement whatever its money events are. */
    public static List<Finding> alone(Statement statement) {
        List<Finding> findings = new ArrayList<>(RemittanceCheck.facts(statement.remittance()));
        if (!statement.kinds().isEmpty()) {
            SettlementChecks.same(
                    "gross of the kinds", statement.grossOre(), sum(statement, Statement.KindSum::paidOre), findings);
            SettlementChecks.same(
                    "to agency of the kinds",
                    statement.agencyTotalOre(),
                    sum(statement, Statement.KindSum::toAgencyOre),
                    findings);
        }
        return findings;
    }

    /** @param settlements all money events that it is about */
    public static List<Finding> against(Statement statement, List<Settlement> settlements) {
        List<Finding> findings = new ArrayList<>();
        List<SettlementLine> lines =
                settlements.stream().flatMap(each -> each.lines().stream()).toList();
        SettlementChecks.same("gross", statement.grossOre(), total(lines, SettlementLine::paidOre), findings);
        SettlementChecks.same(
                "to agency", statement.agencyTotalOre(), total(lines, SettlementLine::toAgencyOre), findings);
        if (!statement.kinds().isEmpty()) {
            kinds(statement, lines, findings);
        }
        return findings;
    }

    private static void kinds(Statement statement, List<SettlementLine> lines, List<Finding> findings) {
        TreeSet<String> kinds = new TreeSet<>();
        statement.kinds().forEach(each -> kinds.add(each.kind()));
        lines.forEach(each -> kinds.add(each.kind()));
        for (String kind : kinds) {
            List<SettlementLine> ours =
                    lines.stream().filter(line -> kind.equals(line.kind())).toList();
            List<Statement.KindSum> theirs = statement.kinds().stream()
                    .filter(each -> kind.equals(each.kind()))
                    .toList();
            SettlementChecks.same(
                    kind + " paid",
                    total(theirs, Statement.KindSum::paidOre),
                    total(ours, SettlementLine::paidOre),
                    findings);
            SettlementChecks.same(
                    kind + " to creditor",
                    total(theirs, Statement.KindSum::toCreditorOre),
                    total(ours, SettlementLine::toCreditorOre),
                    findings);
        }
    }

    private static long sum(Statement statement, ToLongFunction<Statement.KindSum> amount) {
        return total(statement.kinds(), amount);
    }

    private static <T> long total(List<T> rows, ToLongFunction<T> amount) {
        return rows.stream().mapToLong(amount).reduce(0, Math::addExact);
    }
}
