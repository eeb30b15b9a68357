package no.kravbro.money;

import java.util.ArrayList;
import java.util.List;

/**
 * Do all settlements of one remittance ("samlebilag") make its bank line?
 * {@code net payout = sum of net to creditor + carried in - carried out}, carried balances being zero or negative.
 *
 * @param state whether all settlements are here, and right
 * @param findings what is wrong; empty unless {@link State#WRONG}
 */
public record RemittanceCheck(State state, List<Finding> findings) {

    /** How far the settlements of a remittance have come. */
    public enum State {
        /** Settlements are still to come; the sum cannot be judged yet. */
        WAITING,
        COMPLETE,
        WRONG
    }

    public RemittanceCheck {
        findings = List.copyOf(findings);
    }

    /**
     * @param settlements all received so far that name this remittance
     */
    public static RemittanceCheck of(Remittance remittance, List<Settlement> settlements) {
        List<Finding> findings = new ArrayList<>(facts(remittance));
        if (settlements.stream()
                .map(Settlement::remittance)
                .anyMatch(stated -> stated != null && !stated.equals(remittance))) {
            findings.add(implausible("settlements state different facts of remittance " + remittance.number()));
        }
        long count = settlements.stream().map(Settlement::id).distinct().count();
        if (count > remittance.settlementCount()) {
            findings.add(new Finding(
                    Finding.Cause.SETTLEMENT_COUNT, "stated " + remittance.settlementCount() + ", received " + count));
        }
        if (count == remittance.settlementCount()) {
            SettlementChecks.same("net payout", remittance.netPayoutOre(), payout(remittance, settlements), findings);
        }
        if (!findings.isEmpty()) {
            return new RemittanceCheck(State.WRONG, findings);
        }
        return new RemittanceCheck(count < remittance.settlementCount() ? State.WAITING : State.COMPLETE, findings);
    }

    /** What is wrong with a remittance whatever its settlements are. */
    static List<Finding> facts(Remittance remittance) {
        List<Finding> findings = new ArrayList<>();
        if (remittance.carriedInOre() > 0 || remittance.carriedOutOre() > 0) {
            findings.add(implausible("a carried balance is in the creditor's favour"));
        }
        if (remittance.netPayoutOre() < 0) {
            findings.add(implausible("net payout " + Money.decimal(remittance.netPayoutOre())));
        }
        if (remittance.settlementCount() < 1) {
            findings.add(implausible("pays out " + remittance.settlementCount() + " settlements"));
        }
        return findings;
    }

    private static long payout(Remittance remittance, List<Settlement> settlements) {
        long net = settlements.stream().mapToLong(Settlement::netToCreditorOre).reduce(0, Math::addExact);
        return Math.subtractExact(Math.addExact(net, remittance.carriedInOre()), remittance.carriedOutOre());
    }

    private static Finding implausible(String detail) {
        return new Finding(Finding.Cause.REMITTANCE_IMPLAUSIBLE, detail);
    }
}
