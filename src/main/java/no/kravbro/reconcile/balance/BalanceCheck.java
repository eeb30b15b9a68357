package no.kravbro.reconcile.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what both sides say of a claim. Only a movement of money explains an amount; a sum that happens to equal a fee is
 * a guess, so it names the cause and stays unexplained.
 *
 * @param differenceOre agency minus ledger, in øre; always what is explained plus what is not
 * @param explained what it is made of, in transit first
 * @param unexplainedOre what nothing accounts for
 * @param suspected the likely cause of what is unexplained, or what is wrong with the claim as a whole; null when they agree
 */
public record BalanceCheck(
        String claimKey,
        long differenceOre,
        List<Explained> explained,
        long unexplainedOre,
        DifferenceCause suspected) {

    private static final long KRONE = 100;

    public BalanceCheck {
        explained = List.copyOf(explained);
    }

    /**
     * Of a claim that was handed back no amounts are compared; money that the agency has paid out for it and the books lack, and
     * what was paid too much, are still told.
     *
     * @param movements money that only one side has counted, in any order
     */
    public static BalanceCheck of(Balances balances, List<Movement> movements, LocalDate today) {
        boolean back = balances.standing() == AtAgency.HANDED_BACK;
        List<Explained> explained = movements.stream()
                .filter(movement ->
                        !back || movement.countedBy() == Side.AGENCY || movement.cause() == DifferenceCause.OVERPAID)
                .map(movement -> explained(movement, today))
                .sorted(Comparator.comparing((Explained each) -> each.cause() != DifferenceCause.IN_TRANSIT)
                        .thenComparing(Explained::cause)
                        .thenComparing(Explained::reference)
                        .thenComparing(Explained::amountOre)
                        .thenComparing(Explained::until, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        long sum = explained.stream().mapToLong(Explained::amountOre).reduce(0, Math::addExact);
        long difference = back ? sum : balances.differenceOre();
        long left = Math.subtractExact(difference, sum);
        return new BalanceCheck(
                balances.claimKey(),
                difference,
                explained,
                left,
                standing(balances, left).or(() -> guess(left, balances.parts())).orElse(null));
    }

    private static Explained explained(Movement movement, LocalDate today) {
        return new Explained(
                movement.inTransit(today) ? DifferenceCause.IN_TRANSIT : movement.cause(),
                movement.differenceOre(),
                movement.until(),
                movement.reference());
    }

    /** What is wrong with the claim as a whole, whatever the amounts are. */
    private static Optional<DifferenceCause> standing(Balances balances, long left) {
        if (!balances.ours()) {
            return Optional.of(DifferenceCause.WRONG_CREDITOR);
        }
        if (balances.openCases() > 1) {
            return Optional.of(DifferenceCause.DUPLICATE_CASE);
        }
        return switch (balances.standing()) {
            case HANDED_BACK -> Optional.empty();
            case MISSING ->
                balances.ledgerOre() == null ? Optional.empty() : Optional.of(DifferenceCause.MISSING_AT_AGENCY);
            case FOLLOWED ->
                balances.ledgerOre() == null ? Optional.of(DifferenceCause.MISSING_IN_TRIPLETEX) : Optional.empty();
            case SETTLED -> left == 0 ? Optional.empty() : Optional.of(DifferenceCause.STATUS_DIFFERS);
        };
    }

    private static Optional<DifferenceCause> guess(long left, Map<DifferenceCause, Long> parts) {
        if (left == 0) {
            return Optional.empty();
        }
        return parts.entrySet().stream()
                .filter(part -> Math.abs(part.getValue()) == Math.abs(left))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .or(() -> Optional.of(Math.abs(left) < KRONE ? DifferenceCause.ROUNDING : DifferenceCause.PRINCIPAL));
    }

    /** Whether somebody need look: everything that differs is explained by what is still on its way, or nothing differs. */
    public boolean agrees() {
        return unexplainedOre == 0 && suspected == null && late().isEmpty();
    }

    /** What is explained and will not go away by itself. */
    public List<Explained> late() {
        List<Explained> late = new ArrayList<>(explained);
        late.removeIf(each -> each.cause() == DifferenceCause.IN_TRANSIT);
        return late;
    }
}
