package no.kravbro.money;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a creditor's accountant keeps as the support of a payout: the settlements it pays, line by line as the agency split them,
 * and what became of their net.
 *
 * @param agency its name
 * @param remittance the bank line, or null where the agency tells no more than its text
 * @param bankText what the bank statement tells, or null
 * @param settlements in the order of their ids
 */
public record RemittanceNote(
        String creditor,
        String organizationNumber,
        String agency,
        Remittance remittance,
        String bankText,
        List<Settlement> settlements) {

    public RemittanceNote {
        settlements = List.copyOf(settlements);
    }

    public long sum(ToLongFunction<Settlement> amount) {
        return settlements.stream().mapToLong(amount).reduce(0, Math::addExact);
    }
}
