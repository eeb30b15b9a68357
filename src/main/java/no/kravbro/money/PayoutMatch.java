package no.kravbro.money;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which announced payout an amount on the creditor's bank account is: the one whose text it bears; where several bear it, the
 * one among them whose amount it is. Never guessed: where that names none or several, a person decides.
 *
 * @param payout the one it is, or empty
 * @param candidates those it could be when nobody can tell; empty when it has nothing to do with payouts
 */
public record PayoutMatch(Optional<Payout> payout, List<Payout> candidates) {

    public PayoutMatch {
        candidates = List.copyOf(candidates);
    }

    /** @param ore what arrived, positive; negative when it was taken back */
    public static PayoutMatch of(String text, long ore, List<Payout> announced) {
        List<Payout> named = announced.stream()
                .filter(payout -> names(text, payout.bankText()))
                .toList();
        if (named.size() == 1) {
            return new PayoutMatch(Optional.of(named.get(0)), List.of());
        }
        List<Payout> exact = (named.isEmpty() ? announced : named)
                .stream().filter(payout -> ore > 0 && payout.openOre() == ore).toList();
        if (named.isEmpty()) {
            // The sum alone proves nothing: somebody else may have paid the same.
            return new PayoutMatch(Optional.empty(), exact);
        }
        return exact.size() == 1
                ? new PayoutMatch(Optional.of(exact.get(0)), List.of())
                : new PayoutMatch(Optional.empty(), named);
    }

    /** True when the words of the payout stand in the text, one after the other; spaces and capitals do not matter. */
    static boolean names(String text, String bankText) {
        String words = words(bankText);
        return !words.isBlank() && words(text).contains(words);
    }

    /** Words between single blanks, one before and one after, so that 482 is not found in 48213; commas and the like part words. */
    private static String words(String text) {
        return text == null
                ? ""
                : " "
                        + text.toLowerCase(Locale.ROOT)
                                .replaceAll("[\\s\\u00a0,;:.()/]+", " ")
                                .strip() + " ";
    }
}
